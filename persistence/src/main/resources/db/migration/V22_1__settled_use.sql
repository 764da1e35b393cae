-- Where everything lost was settled as not charged, the clone is as unused as before.
update clone c set use_unknown = false, version = c.version + 1
 where c.use_unknown and c.state = 'PROVISIONAL' and not exists (
   select 1 from speech s where s.clone_id = c.id and s.state = 'UNKNOWN'
      and not exists (select 1 from speech_settlement t where t.speech_id = s.id and not t.charged));
