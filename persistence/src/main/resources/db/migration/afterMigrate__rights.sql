-- the runtime role serves and owns nothing; the log and the ledgers only grow
do $$
declare
  part regclass;
begin
  if current_user <> '${runtimeRole}' then
    grant usage on schema public to "${runtimeRole}";
    grant select, insert, update, delete on all tables in schema public to "${runtimeRole}";
    revoke update, delete, truncate
      on audit_entry, consent_version, consent_evidence, consent_withdrawal, usage, price_list, speech_settlement
      from "${runtimeRole}";
    revoke update, delete, truncate
      on audit_leaf, audit_node, audit_checkpoint, audit_signing_key
      from "${runtimeRole}";
    revoke update, truncate on audit_unsealed from "${runtimeRole}";
    revoke update, delete, truncate on consent_statement, consent_expiry, erasure_item
      from "${runtimeRole}";
    -- erasure blanks personal words and nothing else, see the triggers
    grant update (statement) on consent_version to "${runtimeRole}";
    grant update (filename) on consent_evidence to "${runtimeRole}";
    grant update (reason) on consent_withdrawal to "${runtimeRole}";
    -- the log is reached through its table alone, never through one of its years
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'audit_entry'::regclass loop
      execute format('revoke all on %s from %I', part, '${runtimeRole}');
    end loop;
    revoke update, delete, truncate on receipt, labelling_policy from "${runtimeRole}";
    revoke insert, update, delete, truncate on audit_retention, audit_retirement from "${runtimeRole}";
    revoke execute on function audit_retire() from public;
    grant execute on function audit_retire() to "${runtimeRole}";
    revoke insert, update, delete, truncate on flyway_schema_history from "${runtimeRole}";
  end if;
end $$;
