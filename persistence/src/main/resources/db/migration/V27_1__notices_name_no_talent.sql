-- The name of a voice may name its talent, and no erasure reaches a notice: its alias says which one.
update notice set content = (content::jsonb - 'name')::text
  where kind in ('CLONE_DEADLINE', 'CLONE_LAPSED', 'CLONE_ACTIVATED', 'ACTIVATION_REFUSED', 'APPROVAL_ASKED')
    and content::jsonb ? 'name';
