-- each speech says which approved revision it spoke, as it says by which clone
alter table speech add column revision_id uuid references revision;
update speech s set revision_id = (select c.revision_id from clone c where c.id = s.clone_id);
alter table speech alter column revision_id set not null;

-- whose talent somebody is depends on who recorded them, too
create index recording_talent on recording (talent_id) where talent_id is not null;
