-- An account of a person, with which one signs in. No tenant: one account works in several workspaces, and signs in before
-- any is chosen. Reached by admin_app: the caller's own row; rows are made by user_of() only. How a person proves who they
-- are will have tables of its own.
--
-- No event tells of an account. It has no workspace, and so no log: in that of the workspace which makes it known, an event
-- would say whether there was an account with this address before. What a workspace knows of a person stands in their
-- membership, and its events tell all of that.

-- The caller's account: null when a machine calls, or somebody whose account another issuer keeps.
create function caller_id() returns uuid
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
select case when pg_input_is_valid(tenancy.user_id(), 'uuid') then tenancy.user_id()::uuid end
$$;

comment on function caller_id() is 'The id of the caller''s account; null when the caller has none here.';

create table app_user (
    -- Random, and not uuidv7(): a workspace learns the id of whom it adds, and must not learn from it since when there is
    -- an account.
    id uuid not null default gen_random_uuid(),
    email text not null,
    name text not null,
    version integer not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    email_key text not null generated always as (lower(email)) stored,

    primary key (id),
    constraint app_user_email_once unique (email_key),
    constraint app_user_email_shape check (char_length(email) between 3 and 254 and email like '%_@_%'),
    constraint app_user_name_length check (char_length(name) between 1 and 200),
    constraint app_user_version_positive check (version > 0)
);

alter table app_user enable row level security;
alter table app_user force row level security;

comment on table app_user is 'The account of a person, the same in every workspace.';
comment on column app_user.email is 'The address to sign in with, as it was written.';
comment on column app_user.email_key is 'The address as it is compared: nobody has two accounts by capitals.';

create policy own_account on app_user for select to admin_app using (id = (select caller_id()));
create policy every_user on app_user for select to admin_operator using (true);
create policy migration on app_user for all to admin_owner using (true) with check (true);

grant select on app_user to admin_app, admin_operator;
grant execute on function caller_id() to admin_app;


-- The account with this address, made if there is none. The one place in which an account of a stranger is found; it tells
-- the id, which is random, and never whether the account is new. For those who may add members.

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

comment on function user_of(text, text) is 'The id of the account with an address, which is made if there is none.';

grant execute on function user_of(text, text) to admin_app;
