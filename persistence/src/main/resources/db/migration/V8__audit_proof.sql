-- entries that have no position yet; the sealer takes them out, in the transaction that gives them one
create table audit_unsealed (
  entry_id uuid primary key
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create function audit_entry_unsealed() returns trigger language plpgsql as $$
begin
  insert into audit_unsealed (entry_id) values (new.id);
  return null;
end $$;

-- the leaves of the Merkle tree, in the order of the log
create table audit_leaf (
  position  bigint primary key check (position >= 0),
  entry_id  uuid not null unique,
  leaf_hash bytea not null
);

-- roots of complete subtrees: level 8 has one for each 256 leaves, level 16 for each 65,536, and so on
create table audit_node (
  level     integer not null,
  idx       bigint not null,
  node_hash bytea not null,
  primary key (level, idx)
);

-- signed tree heads; the root stands in the note alone
create table audit_checkpoint (
  tree_size bigint primary key,
  note      text not null
);

create table audit_signing_key (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  verifier   text not null unique
);

insert into audit_unsealed (entry_id) select id from audit_entry;
