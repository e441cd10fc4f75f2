-- The catalogue: industry > product category > product. It has no tenant: the platform edits it (for now by
-- migrations, as plans_owner) and every workspace reads the same rows, so plans_app and plans_operator may only select.

create table industry (
    id uuid primary key default uuidv7(),
    code text not null,
    name text not null,
    description text,
    created_at timestamptz not null default clock_timestamp(),

    constraint industry_code_key unique (code),
    constraint industry_code_check check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,62}$'),
    constraint industry_name_check check (char_length(name) between 1 and 200)
);

comment on table industry is
    'Global, no tenant: what the platform lists is the same for every workspace. Read by plans_app and plans_operator.';

grant select on industry to plans_app, plans_operator;

create table product_category (
    id uuid primary key default uuidv7(),
    industry_id uuid not null references industry (id),
    code text not null,
    name text not null,
    description text,
    created_at timestamptz not null default clock_timestamp(),

    constraint product_category_code_key unique (code),
    constraint product_category_code_check check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,62}$'),
    constraint product_category_name_check check (char_length(name) between 1 and 200)
);

-- Industry.categories, in the order of their names.
create index product_category_by_industry on product_category (industry_id, name, id);

comment on table product_category is
    'Global, no tenant: belongs to exactly one industry. Read by plans_app and plans_operator.';

grant select on product_category to plans_app, plans_operator;

create table product (
    id uuid primary key default uuidv7(),
    category_id uuid not null references product_category (id),
    code text not null,
    name text not null,
    description text,
    created_at timestamptz not null default clock_timestamp(),

    constraint product_code_key unique (code),
    constraint product_code_check check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,62}$'),
    constraint product_name_check check (char_length(name) between 1 and 200)
);

-- ProductCategory.products, in the order of their names.
create index product_by_category on product (category_id, name, id);

comment on table product is
    'Global, no tenant: belongs to exactly one category. Read by plans_app and plans_operator.';

grant select on product to plans_app, plans_operator;
