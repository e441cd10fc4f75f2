-- Who works in a workspace, and in which role.

create table membership (
    workspace_id text        not null,
    id           uuid        not null default uuidv7(),
    user_id      uuid        not null,
    role         text        not null,
    version      integer     not null default 1,
    created_at   timestamptz not null default clock_timestamp(),
    updated_at   timestamptz not null default clock_timestamp(),

    constraint membership_pkey primary key (workspace_id, id),
    constraint membership_user_key unique (workspace_id, user_id),
    constraint membership_workspace_fkey foreign key (workspace_id) references workspace (workspace_id),
    constraint membership_user_fkey foreign key (user_id) references app_user (id),
    constraint membership_role_check check (role ~ '^[A-Za-z][A-Za-z0-9_]{0,62}$'),
    constraint membership_version_check check (version > 0)
);

alter table membership enable row level security;
alter table membership force row level security;

-- The list of members in the order in which they joined.
create index membership_by_creation on membership (workspace_id, created_at, id);
-- The list of members by role, and the question whether an owner is left.
create index membership_by_role on membership (workspace_id, role, id);
-- Where a person works: asked for the caller, across workspaces.
create index membership_by_user on membership (user_id, created_at, id);

create constraint trigger membership_has_event after insert or update or delete on membership
    deferrable initially deferred for each row execute function require_event('Membership');

comment on table membership is 'That a user works in a workspace, and in which role.';
comment on column membership.role is 'The name of a role; those that every workspace has stand in roles.json.';
comment on column membership.version is 'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on membership for all to admin_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on membership for select to admin_operator using (true);
create policy migration on membership for all to admin_owner using (true) with check (true);

grant select, insert, update, delete on membership to admin_app;
grant select on membership to admin_operator;


-- Who may see which user and which workspace -------------------------------------------------------------------------

-- The caller's account: null when a machine calls, or somebody whose account another issuer keeps.
create function caller_id() returns uuid
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
select case when pg_input_is_valid(tenancy.user_id(), 'uuid') then tenancy.user_id()::uuid end
$$;

-- The workspace that is bound, or null for a caller who has not chosen one; raises when nobody is bound.
create function bound_workspace() returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
select case
    when tenancy.user_id() is not null and split_part(current_setting('tenancy.binding'), '.', 2) <> ''
        then tenancy.workspace_id()
end
$$;

-- Where the caller works, whichever workspace is bound, and also when none is: the only rows of membership that are seen
-- from outside of their workspace, and nobody's but the caller's own.
create function own_memberships() returns setof membership
    language sql stable security definer parallel restricted
    set search_path = admin, pg_temp
as $$
select * from membership where user_id = caller_id()
$$;

-- Whether a user works in the workspace that is bound.
create function works_here(person uuid) returns boolean
    language sql stable security definer parallel restricted
    set search_path = admin, pg_temp
as $$
select exists (select from membership where workspace_id = bound_workspace() and user_id = person)
$$;

-- The account with this address, made if there is none. The one place in which an account of a stranger is found, and it
-- tells no more than the id; for those who may add members.
create function user_of(address text, display_name text) returns uuid
    language plpgsql volatile security definer
    set search_path = admin, pg_temp
as $$
declare
    found_id uuid;
begin
    if not tenancy.rights() && array['members:write', 'admin:access'] then
        raise exception 'members:write is needed to look an account up by its address' using errcode = '42501';
    end if;
    insert into app_user (email, name) values (address, display_name) on conflict (email_key) do nothing;
    select id into strict found_id from app_user where email_key = lower(address);
    return found_id;
end
$$;

comment on function own_memberships() is 'Where the caller works, in all workspaces.';
comment on function works_here(uuid) is 'Whether a user works in the workspace that is bound.';
comment on function user_of(text, text) is 'The id of the account with an address, which is made if there is none.';

create policy own_or_colleague on app_user for select to admin_app
    using (id = (select caller_id()) or works_here(id));
create policy every_user on app_user for select to admin_operator using (true);
create policy migration on app_user for all to admin_owner using (true) with check (true);

grant select on app_user to admin_app, admin_operator;

create policy own_or_joined on workspace for select to admin_app
    using (workspace_id = (select bound_workspace())
        or workspace_id in (select joined.workspace_id from own_memberships() as joined));
create policy opened_by_the_platform on workspace for insert to admin_app
    with check (workspace_id = (select tenancy.workspace_id())
        and 'admin:access' = any ((select tenancy.rights())::text[]));
create policy own_workspace on workspace for update to admin_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy directory on workspace for select to admin_worker using (true);
create policy every_workspace on workspace for select to admin_operator using (true);
create policy migration on workspace for all to admin_owner using (true) with check (true);

-- By column: a key, once given, stays; status, plan and limits are the platform's to change.
grant select, insert, update (name, settings, version, updated_at) on workspace to admin_app;
grant select (workspace_id, status) on workspace to admin_worker;
grant select on workspace to admin_operator;

grant execute on function caller_id(), bound_workspace(), own_memberships(), works_here(uuid), user_of(text, text)
    to admin_app;
