create index notice_age on notice (created_at);
