-- whatever became of the table, what is written into it waits to be sealed
do $$
begin
  if not exists (
    select from pg_trigger where tgname = 'audit_entry_unsealed' and tgrelid = 'audit_entry'::regclass
  ) then
    create trigger audit_entry_unsealed after insert on audit_entry
      for each row execute function audit_entry_unsealed();
  end if;
end $$;
