-- Whose days the first and the last day of a consent are. What was noted before has none: it is shown
-- in the reader's own zone, as it was.
alter table consent_version add column zone text check (char_length(zone) between 1 and 64);
alter table consent_capture add column zone text check (char_length(zone) between 1 and 64);
