-- The accounts of people. No tenant: one account works in several workspaces, and signs in before any is chosen.
-- Reached by admin_app: the caller's own row, and those of the members of the workspace that is bound (see V003, where
-- the policies are); rows are made by user_of() only. How a person proves who they are will have tables of its own.

create table app_user (
    id         uuid        not null default uuidv7(),
    email      text        not null,
    email_key  text        not null generated always as (lower(email)) stored,
    name       text        not null,
    version    integer     not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    constraint app_user_pkey primary key (id),
    constraint app_user_email_key unique (email_key),
    constraint app_user_email_check check (char_length(email) between 3 and 254 and email like '%_@_%'),
    constraint app_user_name_check check (char_length(name) between 1 and 200),
    constraint app_user_version_check check (version > 0)
);

alter table app_user enable row level security;
alter table app_user force row level security;

comment on table app_user is 'The account of a person, the same in every workspace.';
comment on column app_user.email is 'The address to sign in with, as it was written.';
comment on column app_user.email_key is 'The address as it is compared: nobody has two accounts by capitals.';
