-- Which products of the catalogue a workspace sells. A detached product keeps its row, disabled: plans still name it.

create table workspace_product (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    product_id uuid not null,
    enabled boolean not null default true,
    version integer not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    constraint workspace_product_pkey primary key (workspace_id, id),
    constraint workspace_product_product_key unique (workspace_id, product_id),
    constraint workspace_product_product_fkey foreign key (product_id) references product (id),
    constraint workspace_product_version_check check (version > 0)
);

alter table workspace_product enable row level security;
alter table workspace_product force row level security;

-- The list of a workspace's products, newest first or oldest first.
create index workspace_product_by_creation on workspace_product (workspace_id, created_at, id);

-- The foreign key to the catalogue, seen from the catalogue.
create index workspace_product_by_product on workspace_product (product_id);

comment on table workspace_product is 'A product that a workspace sells, or has sold when it is no longer enabled.';
comment on column workspace_product.version is
    'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on workspace_product for all to plans_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on workspace_product for select to plans_operator using (true);
create policy migration on workspace_product for all to plans_owner using (true) with check (true);

create constraint trigger workspace_product_has_event
    after insert or update or delete on workspace_product deferrable initially deferred
    for each row execute function require_event('WorkspaceProduct');

grant select, insert on workspace_product to plans_app;
grant update (enabled, version, updated_at) on workspace_product to plans_app;
grant select on workspace_product to plans_operator;
