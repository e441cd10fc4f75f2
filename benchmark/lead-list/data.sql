-- 100,000 leads in 50 workspaces, 2,000 of them in the one that is asked.
set role leads_owner;

insert into leads.lead (workspace_id, reference, name, email, source, created_by)
select
    case when number % 50 = 0 then 'bench' else 'bench-' || number % 50 end,
    'R' || number, 'Lead ' || number, 'lead' || number || '@example.com', 'WEBSITE', 'benchmark'
from generate_series(1, 100000) as number;

reset role;
vacuum analyze leads.lead;
