\if :bound
\else
select benchmark.binding('bench') as binding \gset
\set bound 1
\endif
begin;
select set_config('tenancy.binding', :binding, true);
