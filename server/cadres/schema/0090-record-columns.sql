-- What the forms ask beyond the first columns (2C-BNV/2008, 2C/TCTW-98, Thông tư 06/2023, the party
-- résumé of 2026). Which column is which item of which form is said in cadres/record.

create domain partial_date as text
  check (value ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$');
comment on domain partial_date is
  'A date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. Sorts and compares as text.';

alter table cadre_private
  add id_issued_on date,
  add id_issued_by text,
  add passport_no text,
  add passport_issued_on date,
  add passport_expires_on date,
  add health_insurance_no text,
  add tax_code text,
  add bank_account text,
  add office_phone text,
  add social_accounts text;

alter table grade_holding
  add pay_percent numeric(5, 2),
  add kept_difference numeric(4, 2),
  add beyond_frame_percent numeric(5, 2),
  add next_raise_from date,
  add raise_kind text,
  add position_pay numeric(14, 0),
  add decision_no text,
  add decided_on date;
comment on column grade_holding.pay_percent is 'Share of the coefficient paid: 85 on probation.';
comment on column grade_holding.next_raise_from is 'Day the next raise is counted from, when not the day of this step.';
comment on column grade_holding.position_pay is 'Pay by job position, đồng a month.';

alter table tenure
  add position_allowance numeric(4, 2),
  add allowance_kept_until date;

alter table qualification
  add began partial_date,
  add grading text,
  add country text,
  add diploma_no text;

alter table certificate
  add school text,
  add mode text,
  add certificate_no text,
  add score text,
  add expires_on date;

alter table party_membership
  add status text,
  add joined_at text,
  add card_no text,
  add cell text;
comment on column party_membership.cell is 'Party cell (chi bộ) the member belongs to.';

-- Two officers may have the same fact open: every table of the record grows a version.
do $$
declare
  fact text;
begin
  foreach fact in array array['cadre_private', 'employment', 'grade_holding', 'tenure', 'qualification',
    'certificate', 'party_membership', 'succession_entry', 'rating', 'training_record']
  loop
    execute format('alter table %I add version integer not null default 1', fact);
    execute format('create trigger %I before update on %I for each row execute function next_version()',
      fact || '_version', fact);
  end loop;
end $$;
