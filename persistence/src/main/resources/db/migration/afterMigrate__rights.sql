-- the runtime role serves and owns nothing; the audit log only grows
do $$
begin
  if current_user <> '${runtimeRole}' then
    grant usage on schema public to "${runtimeRole}";
    grant select, insert, update, delete on all tables in schema public to "${runtimeRole}";
    revoke update, delete, truncate on audit_entry from "${runtimeRole}";
    revoke insert, update, delete, truncate on flyway_schema_history from "${runtimeRole}";
  end if;
end $$;
