-- A migration of rows: under force row level security it would change none if the owner had no policy.
update note set body = body || ' (second migration)' where workspace_id = 'migrated';
