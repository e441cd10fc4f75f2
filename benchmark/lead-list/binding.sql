-- Signs a binding for the connection that asks, as the subgraph does: pgbench cannot. In the benchmark's database alone.
create schema if not exists benchmark;

create or replace function benchmark.binding(workspace text) returns text
    language sql security definer
    set search_path = pg_catalog, pg_temp
    as $$
with signing_key as (
    select id, secret from tenancy.signing_keys() limit 1
), body as (
    select concat_ws('.', id, workspace, 'dXNlcg', 'bGVhZHM6cmVhZA',
        (extract(epoch from clock_timestamp()) * 1000 + 3600000)::bigint, pg_backend_pid()) as text, secret
    from signing_key
)
select text || '.' || encode(tenancy.hmac(convert_to(text, 'UTF8'), secret, 'sha256'), 'hex') from body
$$;

grant usage on schema benchmark to leads_app;
