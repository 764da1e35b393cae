#!/usr/bin/env bash
# Lists and searches of the audit log and of the voices, short and long: medians and 95th percentiles of each query as
# the repositories send it. Needs psql and an empty PostgreSQL where the caller may create databases (PGHOST, PGPORT, PGUSER).
# usage: persistence/src/bench/lists.sh [entries=10000000] [voices=1000000]
set -euo pipefail
entries=${1:-10000000}
voices=${2:-1000000}
few=10000
migrations=$(dirname "$0")/../main/resources/db/migration
runs=150

sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

# the two tables as the migrations make them; what they refer to is left out
prepare() {
  dropdb --if-exists "$1"
  createdb "$1"
  sql -d "$1" -f "$migrations/V2__audit.sql"
  sql -d "$1" -c "create table voice (id uuid primary key, version bigint not null, created_at timestamptz not null,
    alias text not null unique, brand_id uuid not null, name text not null, state text not null);
    create index voice_brand on voice (brand_id, id); create index voice_state on voice (state, id);"
  sql -d "$1" -1 -f "$migrations/V17_1__search_at_scale.sql" 2>/dev/null
}

# entries over three years, by 500 people on 65,536 subjects; one of 997 is a refusal
fill() {
  sql -d "$1" <<SQL
set maintenance_work_mem = '1GB';
set synchronous_commit = off;
create temporary table made as select replace(indexdef, ' ON ONLY ', ' ON ') as indexdef from pg_indexes
  where tablename = 'audit_entry' and indexname <> 'audit_entry_pkey';
drop index audit_entry_actor, audit_entry_subject, audit_entry_action, audit_entry_outcome, audit_entry_correlation, audit_entry_words;
insert into audit_entry
select (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(i % 4096), 3, '0') || '8' || substr(md5(i::text), 1, 15))::uuid,
  0, to_timestamp(ms / 1000.0), 'PERSON', md5('actor' || i % 500)::uuid,
  (array['SPEECH_SPEAK', 'SPEECH_SPEAK', 'SPEECH_SPEAK', 'SPEECH_SPEAK', 'SPEECH_SPEAK', 'SPEECH_SPEAK', 'SPEECH_SPEAK',
    'CLONE_SEND', 'VOICE_UPDATE', 'CONSENT_CREATE'])[1 + i % 10],
  md5('subject' || (hashint4(i) & 65535))::uuid,
  case when i % 997 = 0 then 'REFUSED' when i % 2 = 0 then 'INTENDED' else 'DONE' end,
  case when i % 997 = 0 then 'budget-exhausted' end,
  '[{"field":"voice","before":null,"after":"' || md5('voice' || i % 65536)::uuid || '"}]',
  'r-' || md5(i::text), null
from (select i, 1767225600000 + (i * (94608000000.0 / $2))::bigint as ms from generate_series(1, $2) i) x;
insert into voice
select (lpad(to_hex(1767225600000 + i), 12, '0') || '7' || lpad(to_hex(i % 4096), 3, '0') || '8' || substr(md5(i::text), 1, 15))::uuid,
  0, now(), 'brand' || i % 40 || '.v' || md5(i::text), md5('brand' || i % 40)::uuid,
  'Voice ' || substr(md5('name' || i), 1, 6) || ' ' || i, (array['LIVE', 'LIVE', 'LIVE', 'DRAFT', 'SUSPENDED', 'RETIRED'])[1 + i % 6]
from generate_series(1, $3) i;
select indexdef from made \gexec
analyze audit_entry;
analyze voice;
SQL
}

# name and query, one in a line
queries() {
  local first="order by id desc limit 51"
  local deep="id < '019b7700-0000-7000-8000-000000000000'"
  cat <<SQL
log: first page|select * from audit_entry $first
log: deepest page|select * from audit_entry where $deep $first
log: of a person|select * from audit_entry where actor_id = md5('actor7')::uuid $first
log: of a person, deepest|select * from audit_entry where actor_id = md5('actor7')::uuid and $deep $first
log: of a subject|select * from audit_entry where subject_id = md5('subject7')::uuid $first
log: an action|select * from audit_entry where action = 'VOICE_UPDATE' $first
log: refusals|select * from audit_entry where outcome = 'REFUSED' $first
log: one request|select * from audit_entry where correlation_id = 'r-' || md5('7') $first
log: a person in a month|select * from audit_entry where actor_id = md5('actor7')::uuid and created_at >= '2027-02-01Z' and created_at < '2027-03-01Z' and id >= '019a0000-0000-0000-0000-000000000000' and id >= '01aac5e2-5400-0000-0000-000000000000' and id < '01ab5615-b400-0000-0000-000000000000' $first
log: a rare word|select * from audit_entry where audit_words(action, reason, changes, correlation_id, trace_id) @@ audit_query(md5('7')) $first
log: a common word|select * from audit_entry where audit_words(action, reason, changes, correlation_id, trace_id) @@ audit_query('speech') $first
log: words of refusals|select * from audit_entry where audit_words(action, reason, changes, correlation_id, trace_id) @@ audit_query('budget exhausted') $first
log: count, bounded|select count(s.id) from (select id from audit_entry limit 10001) s
voices: first page|select * from voice $first
voices: deepest page|select * from voice where id < '019b76da-a900-7000-8000-000000000000' $first
voices: of a brand and state|select * from voice where brand_id = md5('brand7')::uuid and state = 'DRAFT' $first
voices: part of a name|select * from voice where lower((alias || ' ') || name) like '%' || substr(md5('name77'), 1, 5) || '%' escape '!' $first
voices: part that no name has|select * from voice where lower((alias || ' ') || name) like '%nosuchvoice%' escape '!' $first
SQL
}

# milliseconds of each run in one session with the server's settings, the first five left out
measure() {
  local query=$2
  { echo '\timing on'; for _ in $(seq $((runs + 5))); do echo "$query \\g /dev/null"; done; } |
    PGOPTIONS="-c max_parallel_workers_per_gather=0 -c jit=off" psql -X -q -d "$1" | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' | tail -n +6 | sort -n |
    awk '{ t[NR] = $1 } END { printf "%.2f %.2f", t[int((NR + 1) / 2)], t[int(NR * 0.95)] }'
}

prepare timbre_few
fill timbre_few $few $few
prepare timbre_many
fill timbre_many "$entries" "$voices"
sql -d timbre_many -Atc "select 'size of the long log: ' || pg_size_pretty(sum(pg_total_relation_size(inhrelid))) from pg_inherits
  where inhparent = 'audit_entry'::regclass"
printf '| query | p50, p95 at %s (ms) | p50, p95 at %s entries, %s voices (ms) | p50 to p50 |\n|---|---|---|---|\n' $few "$entries" "$voices"
queries | while IFS='|' read -r name query; do
  short=$(measure timbre_few "$query")
  long=$(measure timbre_many "$query")
  printf '| %s | %s | %s | %s |\n' "$name" "${short/ /, }" "${long/ /, }" \
    "$(awk -v s="$short" -v l="$long" 'BEGIN { split(s, a, " "); split(l, b, " "); printf "%.1f", b[1] / a[1] }')"
done
