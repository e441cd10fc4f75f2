-- Machines that may ask the issuer for tokens, beside those that the configuration names. No tenant: a client is known
-- before it is known for whom it speaks. Reached by admin_worker only, with which the issuer reads.

create table oauth_client (
    client_id text not null,
    name text not null,
    secret_sha256 text not null,
    workspace_id text,
    scopes text[] not null,
    roles text[] not null default '{}',
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz,

    primary key (client_id),
    foreign key (workspace_id) references workspace (workspace_id),
    constraint oauth_client_client_id_shape check (client_id ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$'),
    constraint oauth_client_name_length check (char_length(name) between 1 and 200),
    constraint oauth_client_secret_shape check (secret_sha256 ~ '^[0-9a-f]{64}$')
);

alter table oauth_client enable row level security;
alter table oauth_client force row level security;

-- Which machines a workspace has, and the foreign key seen from the workspace.
create index oauth_client_by_workspace on oauth_client (workspace_id, client_id);

comment on table oauth_client is 'A machine that may ask the issuer for tokens.';
comment on column oauth_client.secret_sha256 is 'Of the secret, which is shown once and kept nowhere.';
comment on column oauth_client.workspace_id is 'For which workspace it speaks; null for one of the platform, which names a workspace with each request.';
comment on column oauth_client.expires_at is 'From when on the secret is no longer accepted; null for never.';

create policy issuer on oauth_client for select to admin_worker using (true);
create policy every_client on oauth_client for select to admin_operator using (true);
create policy migration on oauth_client for all to admin_owner using (true) with check (true);

grant select on oauth_client to admin_worker;
grant select (client_id, name, workspace_id, scopes, roles, created_at, expires_at) on oauth_client to admin_operator;
