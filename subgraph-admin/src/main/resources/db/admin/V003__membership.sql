-- Who works in a workspace, and in which role. What the workspace knows of the person, name and address, stands here, as
-- somebody there wrote it down; the account is nobody's business but the person's.

create table membership (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    user_id uuid not null,
    name text not null,
    email text not null,
    role text not null,
    status text not null default 'INVITED',
    accepted_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    primary key (workspace_id, id),
    constraint membership_user_once unique (workspace_id, user_id),
    foreign key (workspace_id) references workspace (workspace_id),
    foreign key (user_id) references app_user (id),
    constraint membership_name_length check (char_length(name) between 1 and 200),
    constraint membership_email_shape check (char_length(email) between 3 and 254 and email like '%_@_%'),
    constraint membership_role_shape check (role ~ '^[A-Za-z][A-Za-z0-9_]{0,62}$'),
    constraint membership_status_known check (status in ('INVITED', 'ACTIVE')),
    constraint membership_accepted_dated check ((status = 'INVITED') = (accepted_at is null)),
    constraint membership_version_positive check (version > 0)
);

alter table membership enable row level security;
alter table membership force row level security;

-- The list of members in the order in which they joined.
create index membership_by_creation on membership (workspace_id, created_at, id);

-- The list of members by role, and the question whether an owner is left.
create index membership_by_role on membership (workspace_id, role, id);

-- Where a person works: asked for the caller, across workspaces.
create index membership_by_user on membership (user_id, created_at, id);

comment on table membership is 'That a user works in a workspace, and in which role: INVITED > ACTIVE.';
comment on column membership.user_id is 'The account. An account that works in another workspace already is the same one.';
comment on column membership.name is 'What people in this workspace call the person.';
comment on column membership.email is 'The address under which this workspace invited the person, as it was written.';
comment on column membership.role is 'The name of a role; those that every workspace has stand in roles.json.';
comment on column membership.accepted_at is 'When the person accepted the invitation; null until then.';
comment on column membership.version is 'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on membership for all to admin_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on membership for select to admin_operator using (true);
create policy migration on membership for all to admin_owner using (true) with check (true);

create constraint trigger membership_has_event
    after insert or update or delete on membership deferrable initially deferred
    for each row execute function require_event('Membership');

grant select, insert, delete on membership to admin_app;
grant update (role, status, accepted_at, version, updated_at) on membership to admin_app;
grant select on membership to admin_operator;


-- Where the caller works, whichever workspace is bound, and also when none is: the only rows of membership that are seen
-- from outside of their workspace, and nobody's but the caller's own.

create function own_memberships() returns setof membership
    language sql stable security definer parallel restricted
    set search_path = admin, pg_temp
as $$
select * from membership where user_id = caller_id()
$$;

comment on function own_memberships() is 'Where the caller works, in all workspaces.';

create policy own_memberships on workspace for select to admin_app
    using (workspace_id in (select joined.workspace_id from own_memberships() as joined));

grant execute on function own_memberships() to admin_app;
