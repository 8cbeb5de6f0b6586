create table answered_command (
  account text not null,
  key text not null,
  operation text not null,
  input_sha256 text not null,
  answer jsonb,
  answered_at timestamptz not null default now(),
  primary key (account, key)
);
create index answered_command_at on answered_command (answered_at);
comment on table answered_command is
  'What a command sent with an Idempotency-Key answered: sent again within a day, it is answered, not done again.';
