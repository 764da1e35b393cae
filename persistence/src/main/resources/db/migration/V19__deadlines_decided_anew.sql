-- a policy decides once about a clone, unless a person's decision came between and was taken back
drop index clone_decision_one_by_policy;
create unique index clone_decision_one_by_policy on clone_decision (clone_id)
  where by_policy and state <> 'OVERTAKEN';

-- pages of deadlines go on after the last one shown
drop index clone_deadline;
create index clone_deadline on clone (deadline, id) where state = 'PROVISIONAL';
