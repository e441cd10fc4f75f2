-- Prepares a database for Mission Brief: roles, schemas, and the tenancy that row-level security stands on.
-- Run by a superuser, in psql or over JDBC, as often as wanted: a second run changes nothing but passwords.
--
--   set mission_brief.subgraphs = 'plans,leads';                   -- default: all that there are
--   set mission_brief.passwords = '{"leads_app": "...", ...}';     -- a role that is not named keeps its password, or has none
--
-- For each subgraph s:
--   s_owner     owns the schema s and migrates it
--   s_app       serves requests; sees the rows of one workspace
--   s_operator  reads across workspaces for the operators of the platform
--   s_worker    sees what background work needs
--   s_search    owns the search functions of the schema; nobody signs in as it

begin;

-- Roles belong to the cluster: two runs in two of its databases would collide.
do $$
begin
    if (select rolsuper from pg_roles where rolname = current_user) then
        lock table pg_catalog.pg_authid in share row exclusive mode;
    end if;
end
$$;

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    revoke all on schema public from public;

    if to_regrole('tenancy_owner') is null then
        create role tenancy_owner;
    end if;
    alter role tenancy_owner nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit nologin;
end
$$;


-- tenancy: what a statement may see is decided by a binding, which only a holder of a signing key can make ------------

create schema if not exists tenancy authorization tenancy_owner;
create extension if not exists pgcrypto with schema tenancy;
alter extension pgcrypto set schema tenancy;

-- Nobody reads the keys by select. One is used to sign, the newest; an older one is accepted until it ends.
create table if not exists tenancy.signing_key (
    id          text        not null,
    secret      bytea       not null default tenancy.gen_random_bytes(32),
    created_at  timestamptz not null default clock_timestamp(),
    valid_until timestamptz not null default 'infinity',

    constraint signing_key_pkey primary key (id),
    constraint signing_key_id_form check (id ~ '^[A-Za-z0-9_-]{4,32}$'),
    constraint signing_key_secret_length check (octet_length(secret) = 32)
);

alter table tenancy.signing_key owner to tenancy_owner;

insert into tenancy.signing_key (id)
select encode(tenancy.gen_random_bytes(6), 'hex')
where not exists (select from tenancy.signing_key where valid_until > clock_timestamp());

-- The binding of this transaction: key.workspace.user.rights.expiry.pid.mac, user and rights in base64url, expiry in
-- milliseconds of Unix time, the mac in hex over all before it. Raises unless it was signed for this very connection, with
-- a valid key, and has not expired. Asked for in every statement, so it does little: each expression has its price in
-- each transaction. The messages are for logs: none of them helps a forger.
create or replace function tenancy.verified_binding() returns text
    language plpgsql stable parallel restricted
    as $$
declare
    binding text := current_setting('tenancy.binding', true);
    key     bytea;
begin
    select secret into key from tenancy.signing_key where id = split_part(binding, '.', 1) and valid_until > clock_timestamp();
    if key is not null
        and right(binding, 64) = encode(tenancy.hmac(convert_to(left(binding, -65), 'UTF8'), key, 'sha256'), 'hex')
        and split_part(binding, '.', 6)::integer = pg_backend_pid()
        and split_part(binding, '.', 5)::bigint > extract(epoch from clock_timestamp()) * 1000
    then
        return binding;
    end if;
    raise exception '%', case
        when coalesce(binding, '') = '' then 'no workspace is bound'
        when split_part(binding, '.', 5) ~ '^[0-9]{1,16}$'
            and split_part(binding, '.', 5)::bigint <= extract(epoch from clock_timestamp()) * 1000
            then 'the binding has expired'
        else 'the binding is not valid'
    end using errcode = '42501';
end
$$;

create or replace function tenancy.decoded(part text) returns text
    language sql immutable strict parallel safe
    as $$
select convert_from(decode(rpad(translate(part, '-_', '+/'), (length(part) + 3) / 4 * 4, '='), 'base64'), 'UTF8')
$$;

-- The workspace that this transaction is bound to; raises when there is none. In a policy: (select tenancy.workspace_id()),
-- so that it is asked once a statement and not once a row.
create or replace function tenancy.workspace_id() returns text
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
    as $$
declare
    workspace text := split_part(tenancy.verified_binding(), '.', 2);
begin
    if workspace = '' then
        raise exception 'the user is bound, but to no workspace' using errcode = '42501';
    end if;
    return workspace;
end
$$;

-- The user whose request this is; raises when nobody is bound.
create or replace function tenancy.user_id() returns text
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
    as $$
begin
    return tenancy.decoded(split_part(tenancy.verified_binding(), '.', 3));
end
$$;

-- The scopes of the request, for policies that need more than the workspace; raises when nobody is bound.
create or replace function tenancy.rights() returns text[]
    language plpgsql stable security definer parallel restricted
    set search_path = pg_catalog, pg_temp
    as $$
begin
    return string_to_array(tenancy.decoded(split_part(tenancy.verified_binding(), '.', 4)), ' ');
end
$$;

-- The valid keys, the one to sign with first. For the owners of the subgraphs' schemas, with which a subgraph starts.
create or replace function tenancy.signing_keys() returns table (id text, secret bytea)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
    as $$
select k.id, k.secret from tenancy.signing_key k where k.valid_until > clock_timestamp() order by k.created_at desc, k.id
$$;

-- Makes a new key and lets the old ones end after the overlap, in which subgraphs notice the new one (they look each
-- minute) and statements under the old one end (a binding lives five minutes). Returns the new key's id.
create or replace function tenancy.rotate_signing_key(overlap interval default '15 minutes') returns text
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    as $$
declare
    key_id text := encode(tenancy.gen_random_bytes(6), 'hex');
begin
    delete from tenancy.signing_key where valid_until <= clock_timestamp();
    update tenancy.signing_key set valid_until = least(valid_until, clock_timestamp() + overlap);
    insert into tenancy.signing_key (id) values (key_id);
    return key_id;
end
$$;

alter function tenancy.verified_binding() owner to tenancy_owner;
alter function tenancy.decoded(text) owner to tenancy_owner;
alter function tenancy.workspace_id() owner to tenancy_owner;
alter function tenancy.user_id() owner to tenancy_owner;
alter function tenancy.rights() owner to tenancy_owner;
alter function tenancy.signing_keys() owner to tenancy_owner;
alter function tenancy.rotate_signing_key(interval) owner to tenancy_owner;

revoke all on all tables in schema tenancy from public;
revoke all on all functions in schema tenancy from public;
grant execute on function tenancy.hmac(bytea, bytea, text), tenancy.gen_random_bytes(integer) to tenancy_owner;


-- the subgraphs: five roles and one schema for each --------------------------------------------------------------------

do $$
declare
    everything constant text := 'admin,plans,leads,offers,analytics,audit,insights';
    subgraphs  constant text[] := string_to_array(
        replace(coalesce(nullif(current_setting('mission_brief.subgraphs', true), ''), everything), ' ', ''), ',');
    passwords  constant jsonb := coalesce(nullif(current_setting('mission_brief.passwords', true), ''), '{}');
    subgraph   text;
    kind       text;
    role       text;
begin
    foreach subgraph in array subgraphs loop
        if subgraph !~ '^[a-z][a-z0-9]{0,30}$' then
            raise exception 'mission_brief.subgraphs: "%" is not the name of a subgraph', subgraph
                using hint = 'A name is a lower-case letter followed by lower-case letters and digits.';
        end if;

        foreach kind in array array['owner', 'app', 'operator', 'worker', 'search'] loop
            role := subgraph || '_' || kind;
            if to_regrole(role) is null then
                execute format('create role %I', role);
            end if;
            execute format(
                'alter role %I nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit %s',
                role, case kind when 'search' then 'nologin' else 'login' end);
            execute format('alter role %I set search_path = %I', role, subgraph);
            if kind <> 'search' then
                execute format('grant connect on database %I to %I', current_database(), role);
            end if;
            if passwords ? role then
                execute format('alter role %I password %L', role, passwords ->> role);
            end if;
        end loop;

        execute format('create schema if not exists %I', subgraph);
        execute format('alter schema %I owner to %I', subgraph, subgraph || '_owner');
        execute format('revoke all on schema %I from public', subgraph);
        execute format(
            'grant usage on schema %I to %I, %I, %I',
            subgraph, subgraph || '_app', subgraph || '_operator', subgraph || '_worker');

        -- A migration hands a search function over to _search, so that it runs with no more than what _search is granted.
        execute format('grant usage, create on schema %I to %I', subgraph, subgraph || '_search');
        execute format('grant %I to %I with inherit false, set true', subgraph || '_search', subgraph || '_owner');

        -- What a migration creates is nobody's until it is granted, functions too.
        execute format(
            'alter default privileges for role %I, %I revoke execute on functions from public',
            subgraph || '_owner', subgraph || '_search');

        execute format(
            'grant usage on schema tenancy to %I, %I, %I', subgraph || '_owner', subgraph || '_app', subgraph || '_search');
        execute format(
            'grant execute on function tenancy.workspace_id(), tenancy.user_id(), tenancy.rights() to %I, %I, %I',
            subgraph || '_owner', subgraph || '_app', subgraph || '_search');
        execute format('grant execute on function tenancy.signing_keys() to %I', subgraph || '_owner');

        -- A plan made once for all values: planning each request anew costs more than a list query itself.
        execute format('alter role %I set plan_cache_mode = force_generic_plan', subgraph || '_app');
        execute format('alter role %I set plan_cache_mode = force_generic_plan', subgraph || '_worker');

        -- Nothing that serves a request may run or wait for long, nor hold a lock while nothing happens.
        execute format('alter role %I set statement_timeout = ''10s''', subgraph || '_app');
        execute format('alter role %I set lock_timeout = ''5s''', subgraph || '_app');
        execute format('alter role %I set idle_in_transaction_session_timeout = ''30s''', subgraph || '_app');
        execute format('alter role %I set statement_timeout = ''60s''', subgraph || '_operator');
        execute format('alter role %I set default_transaction_read_only = on', subgraph || '_operator');
        execute format('alter role %I set statement_timeout = ''60s''', subgraph || '_worker');
        execute format('alter role %I set idle_in_transaction_session_timeout = ''60s''', subgraph || '_worker');
    end loop;
end
$$;

commit;
