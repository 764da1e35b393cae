-- what the configuration says; only the owner of the tables can write it
delete from audit_retention where '${auditRetention}' = '' or keep <> nullif('${auditRetention}', '')::interval;
insert into audit_retention (keep)
  select nullif('${auditRetention}', '')::interval where '${auditRetention}' <> '' on conflict do nothing;
