// Written by `npm run types` from the migrated database.
import type { ColumnType, Generated } from 'kysely'

export interface Tables {
  academic_title: {
    id: Generated<number>
    cadre_id: number
    title: string
    year: number
    version: Generated<number>
  }
  account: {
    id: Generated<number>
    username: string
    password_hash: string
    display_name: string
    position: string | null
    role: string
    /** The unit whose subtree the account may see; null with a whole-province role. */
    unit_id: number | null
    /** The person this account belongs to. */
    cadre_id: number | null
    disabled_at: string | null
    created_at: Generated<string>
    /** A password given by somebody else opens nothing but the choice of an own one. */
    must_change_password: Generated<boolean>
    totp_secret: string | null
    /** Null while the second factor is only being set up: it is not asked for yet. */
    totp_confirmed_at: string | null
    /** Time step of the last code accepted: no code opens twice. */
    totp_last_step: Generated<number>
    sso_issuer: string | null
    /** Who the provider says this is; linked by an administrator only. */
    sso_subject: string | null
  }
  allowance: {
    id: Generated<number>
    cadre_id: number
    kind: string
    percent: number | null
    coefficient: number | null
    /** Đồng a month, where the allowance is a sum. */
    amount: number | null
    during: string
    decision_no: string | null
    decided_on: string | null
    version: Generated<number>
  }
  answered_command: {
    account: string
    key: string
    operation: string
    input_sha256: string
    answer: unknown | null
    answered_at: Generated<string>
  }
  asset_declaration: {
    id: Generated<number>
    cadre_id: number
    year: number
    kind: string
    declared_on: string
    income: number | null
    housing: string | null
    residential_land: string | null
    production_land: string | null
    other_assets: string | null
    version: Generated<number>
  }
  audit_entry: {
    id: number
    /** Instant in UTC as text: exactly what was hashed. */
    at: string
    actor: string
    operation: string
    input: string
    previous_hash: string
    hash: string
    act: string
    /** The name on the account that day: accounts are renamed and closed, entries stay. */
    actor_name: string
    actor_position: string | null
    /** Whom the entry is about; not a reference, because the entry outlives the record. */
    cadre_id: number | null
    /** The case it belongs to, by kind and number: import:3. */
    case_ref: string | null
  }
  audit_head: {
    only_row: Generated<boolean>
    entries: number
    hash: string
  }
  award: {
    id: Generated<number>
    cadre_id: number
    kind: string
    awarded: string
    decision_no: string | null
    decided_by: string | null
    reason: string | null
    is_highest: Generated<boolean>
    version: Generated<number>
  }
  breakthrough_task: {
    id: Generated<number>
    cadre_id: number
    year: number
    name: string
    product: string
    wanted: number
    done: Generated<number>
    due_on: string
    decision_no: string
    assigned_by: string
    verified: number | null
    verified_on: string | null
    verified_by: string | null
    verifier_id: number | null
    version: Generated<number>
    reporter_id: number | null
    /** Account that reported the count standing now; another one verifies it. */
    reported_by: string | null
  }
  briefing: {
    id: Generated<number>
    title: string
    directive: string | null
    /** Who holds it; the audience lies inside its subtree. */
    unit_id: number
    held_on: string
    place: string
    mode: string
    /** Ranks and levels meant; an absent list means all. */
    audience: unknown
    /** Set when it is also a class that a target counts (VP-T4). */
    topic: string | null
    questions: Generated<unknown>
    /** Signs the attendance codes of this session; in no answer. */
    code_key: string
    closed_on: string | null
    course_id: number | null
    account_name: string
    version: Generated<number>
  }
  briefing_attendance: {
    briefing_id: number
    cadre_id: number
    how: string
    attended_on: string
    /** Share of the questions answered rightly, once. */
    score: number | null
    answered_on: string | null
    account_name: string
  }
  briefing_material: {
    id: Generated<number>
    briefing_id: number
    file_name: string
    media_type: string
    content: Uint8Array
  }
  cadre: {
    id: Generated<number>
    record_no: string
    full_name: string
    other_names: string | null
    sex: string | null
    /** First day of what is known: the day, or the 1st of the month or year. */
    born_on: string | null
    born_precision: string | null
    born_earliest: ColumnType<string | null, never, never>
    born_latest: ColumnType<string | null, never, never>
    birth_place: string | null
    /** As declared in the original file; a merger never rewrites it. */
    home_place: string | null
    ethnicity: string | null
    religion: string | null
    staff_number: string | null
    first_recruited_on: string | null
    /** Where the record is kept today: what row-level security compares. */
    unit_id: number | null
    name_search: string
    name_key: string
    import_id: number | null
    created_at: Generated<string>
    /** School years over those of the system: 12/12, 10/10. */
    general_education: string | null
    /** Grows with every change of the row; an editor sends back the one it showed. */
    version: Generated<number>
    /** Code of the parameter retirement_bases; null is normal conditions. */
    retirement_basis: string | null
    /** The home place by the administrative units of today; home_place stays as declared. */
    home_place_today: string | null
  }
  cadre_distinct: {
    one_id: number
    other_id: number
    account_name: string
    decided_on: string
  }
  cadre_merge: {
    id: Generated<number>
    cadre_id: number
    gone_id: number
    gone_record_no: string
    gone_name: string
    /** The row of the merged record as it was. */
    gone: unknown
    /** Rows that followed: {table, column, keys}, where keys are of their primary key. */
    moved: Generated<unknown>
    /** Rows the kept record could not take beside its own: {table, row}. */
    left_out: Generated<unknown>
    /** Columns of the kept record that took the other value: {table, column, before, after}. */
    replaced: Generated<unknown>
    reason: string
    account_name: string
    merged_at: Generated<string>
    undone_at: string | null
    undone_by: string | null
  }
  cadre_private: {
    cadre_id: number
    national_id: string | null
    old_id_number: string | null
    permanent_address: string | null
    current_address: string | null
    phone: string | null
    email: string | null
    social_insurance_no: string | null
    import_id: number | null
    id_issued_on: string | null
    id_issued_by: string | null
    passport_no: string | null
    passport_issued_on: string | null
    passport_expires_on: string | null
    health_insurance_no: string | null
    tax_code: string | null
    bank_account: string | null
    office_phone: string | null
    social_accounts: string | null
    version: Generated<number>
  }
  certificate: {
    id: Generated<number>
    cadre_id: number
    kind: string
    /** Level in the list of its kind; none = declared to have none. */
    level: string
    name: string | null
    /** Null: held since before the first date we know. */
    awarded_on: string | null
    import_id: number | null
    school: string | null
    mode: string | null
    certificate_no: string | null
    score: string | null
    expires_on: string | null
    version: Generated<number>
  }
  clearance_check: {
    id: Generated<number>
    cadre_id: number
    question: string
    asked_on: string
    due_on: string
    basis: string
    account_name: string
    answered_on: string | null
    answer: string | null
    document_no: string | null
    version: Generated<number>
  }
  column_group_grant: {
    id: Generated<number>
    role: string
    column_group: string
    /** The role reads the group of its own record and of no other. */
    own_record_only: Generated<boolean>
    during: string
    /** The text or decision the grant rests on, in Vietnamese. */
    basis: string
    /** The decision that ended it; null while no end was decided. */
    ended_by: string | null
  }
  commune_oversight: {
    id: Generated<number>
    cadre_id: number
    unit_id: number
    during: string
    decision_no: string
    signed_by: string
  }
  complaint: {
    id: Generated<number>
    cadre_id: number
    received_on: string
    kind: string
    content: string
    conclusion: string | null
    concluded_on: string | null
    version: Generated<number>
  }
  confidence_vote: {
    id: Generated<number>
    cadre_id: number
    round: string
    voted_on: string
    high: number
    medium: number
    low: number
    invalid: Generated<number>
    version: Generated<number>
  }
  cycle_step: {
    cycle_id: number
    step: string
    position: number
    label: string
    due_on: string
    done_on: string | null
    done_by: string | null
    /** Nobody did it in time: the deadline closed it. */
    by_rule: Generated<boolean>
    note: string | null
  }
  daring_proposal: {
    id: Generated<number>
    cadre_id: number
    /** The unit whose work it is about, at registration. */
    unit_id: number
    title: string
    problem: string
    proposes: string
    /** What is not yet regulated, or where the present text stands in the way. */
    beyond: string
    benefit: string
    registered_on: string
    account_name: string
    version: Generated<number>
  }
  declaration: {
    id: Generated<number>
    cadre_id: number
    round_id: number | null
    account_name: string
    note: string | null
    declared_at: Generated<string>
  }
  declaration_item: {
    id: Generated<number>
    declaration_id: number
    cadre_id: number
    section: string
    act: string
    row_id: number | null
    /** The values the person saw while declaring; compared when approved. */
    before: unknown
    proposed: unknown
    document_id: number | null
    state: string
    needs_managing_body: boolean
    unit_decided_by: string | null
    unit_decided_at: string | null
    decided_by: string | null
    decided_at: string | null
    return_reason: string | null
    change_id: number | null
  }
  delegation: {
    id: Generated<number>
    matter: string
    action: string
    /** Posts and units meant: ranks, levels, unitKinds, managedBy; an absent list means all. */
    about: Generated<unknown>
    /** A body or office that is no post here: Ban Thường vụ Tỉnh ủy, Chủ tịch UBND tỉnh. */
    holder_body: string | null
    /** The title of the list; its holder in the unit asked about or in the nearest above. */
    holder_title: string | null
    /** A rank, in the unit named or else in the unit asked about or the nearest above. */
    holder_rank: string | null
    holder_unit_id: number | null
    /** The subtree it covers; null is the whole province. */
    within_unit_id: number | null
    during: string
    decision_no: string
    signed_by: string
    clause: string
  }
  delegation_end: {
    delegation_id: number
    /** First day it no longer holds. */
    ended_on: string
    was_until: string | null
    decision_no: string
    signed_by: string
  }
  discipline: {
    id: Generated<number>
    cadre_id: number
    system: string
    form: string
    offence: string | null
    decided_on: string
    decided_by: string | null
    decision_no: string | null
    effective_until: string | null
    /** When the end of effect was stated, earlier or later than planned. */
    effect_ended_on: string | null
    version: Generated<number>
  }
  due_feed: {
    id: Generated<number>
    account_name: string
    /** SHA-256 of the token: a stolen table opens no calendar. */
    token_hash: string
    made_at: Generated<string>
    read_at: string | null
    ended_at: string | null
  }
  due_mail: {
    account_name: string
    address: string
    chosen_at: Generated<string>
    /** Set before the mail goes out: a restart sends no second one that day. */
    sent_on: string | null
  }
  earlier_work: {
    id: Generated<number>
    cadre_id: number
    began: string
    ended: string | null
    occupation: string
    place: string | null
    version: Generated<number>
  }
  employment: {
    id: Generated<number>
    cadre_id: number
    /** official (cán bộ), civil_servant, public_employee, support_contract, contract or part_time. */
    kind: string
    during: string
    end_reason: string | null
    import_id: number | null
    version: Generated<number>
  }
  emulation_title: {
    id: Generated<number>
    cadre_id: number
    title: string
    year: number
    decision_no: string | null
    decided_by: string | null
    version: Generated<number>
  }
  evaluation: {
    id: Generated<number>
    cycle_id: number
    cadre_id: number
    unit_id: number
    title: string
    role: string
    /** Holds a leading post: rated with the three further parts of a leader. */
    leads: boolean
    /** Group of similar duties, within which the cap holds as well. */
    duty_group: string
    group_no: number
    /** The direct head; corrected inside the cycle by reporting_line_change. */
    reviewer_id: number | null
    /** What the records and the office say that the scheme asks: months_worked, disciplined, … */
    facts: Generated<unknown>
    self_rating: string | null
    self_common: number | null
    self_note: string | null
    self_at: string | null
    common: number | null
    organise: number | null
    unite: number | null
    rating: string | null
    /** Total when the rating was given; null where the scheme has no points. */
    points: number | null
    stage: string | null
    rated_at: string | null
    version: Generated<number>
  }
  evaluation_appeal: {
    id: Generated<number>
    evaluation_id: number
    cadre_id: number
    filed_on: string
    reason: string
    due_on: string
    answered_on: string | null
    answer: string | null
    upheld: boolean | null
    answered_by: string | null
    /** The rating given anew; the one before stays in rating_step. */
    rating_step_id: number | null
  }
  evaluation_charge: {
    id: Generated<number>
    evaluation_id: number
    cadre_id: number
    unit_id: number | null
    name: string
    /** Of a field; a division takes the rating of its own cycle of the same period. */
    rating: string | null
  }
  evaluation_cycle: {
    id: Generated<number>
    unit_id: number
    /** 2026-10, 2026-Q3 or 2026. */
    period: string
    kind: string
    during: string
    /** Id of the scheme in a pack; its parameters are those of the last day of the period. */
    scheme: string
    /** The step that waits now. */
    step: string
    /** The unit itself is outstanding, so that the wider share of excellent ratings is allowed. */
    outstanding: Generated<boolean>
    unit_rating: string | null
    unit_rated_on: string | null
    /** Fewer opinions of one kind are not shown to anybody. */
    opinions_from: number
    opened_on: string
    opened_by: string
    published_on: string | null
    /** Who was told the results. */
    circle: string | null
    closed_on: string | null
    version: Generated<number>
    /** Number and day of the document that rates the unit; null for ratings given before it was asked. */
    unit_basis: string | null
  }
  evaluation_meeting: {
    cycle_id: number
    held_on: string
    place: string
    chair: string
    secretary: string
    summoned: number
    present: number
    minutes: string
    version: Generated<number>
  }
  exam_blueprint: {
    id: Generated<number>
    name: string
    title_code: string | null
    minutes: number
    pass_share: number
    during: string
    basis: string
  }
  exam_blueprint_part: {
    blueprint_id: number
    topic_id: number
    difficulty: string
    questions: number
    points: number
  }
  exam_item: {
    paper_id: number
    position: number
    cadre_id: number
    question_id: number
    options_order: string
    points: number
    /** Stored positions of the options chosen, or the text of a short answer. */
    answer: unknown | null
    answered_at: string | null
    awarded: number | null
    marked_by: string | null
    /** All that a marker is told of whose answer it is. */
    blind_id: Generated<string>
  }
  exam_key: {
    question_id: number
    /** Positions of the right options as stored, counted from 1. */
    correct: Generated<string>
    /** What a short answer must say to earn its points. */
    guide: string | null
  }
  exam_paper: {
    id: Generated<number>
    round_id: number
    cadre_id: number
    unit_id: number
    seed: string
    max_score: number
    started_at: string | null
    ends_at: string | null
    /** A random mark of the one browser that may answer now. */
    device: string | null
    submitted_at: string | null
    /** server: the time was over and nobody had handed it in. */
    submitted_by: string | null
    /** Null until every answer has its points. */
    score: number | null
    passed: boolean | null
  }
  exam_question: {
    id: Generated<number>
    topic_id: number
    kind: string
    difficulty: string
    stem: string
    options: Generated<string>
    clause: string
    /** The version before this one, which stays as it was asked. */
    replaces_id: number | null
    added_on: string
    added_by: string
    retired_on: string | null
  }
  exam_round: {
    id: Generated<number>
    name: string
    unit_id: number
    blueprint_id: number
    opens_on: string
    closes_on: string
    basis: string
    /** Questions in force when the round was opened: with the seed of a paper they give its questions again. */
    pool: string
    course_id: number
    opened_by: string
  }
  exam_topic: {
    id: Generated<number>
    field: string
    name: string
    /** The title this topic is for; null: every title. */
    title_code: string | null
  }
  file_item: {
    id: Generated<number>
    cadre_id: number
    kind: string
    title: string
    copy_kind: Generated<string>
    sheets: number | null
    kept_at: string | null
    kept_until: string | null
    received_on: string | null
    version: Generated<number>
  }
  finding: {
    id: Generated<number>
    inspection_id: number
    case_ref: string | null
    cadre_id: number | null
    /** The step of the procedure, where the checklist showed it. */
    step: string | null
    says: string
    clause: string
    found_on: string
    account_name: string
  }
  good_example: {
    id: Generated<number>
    unit_id: number
    who: string
    says: string
    recognised_on: string
    decision_no: string
    signed_by: string
    account_name: string
  }
  grade_holding: {
    id: Generated<number>
    cadre_id: number
    grade_code: string
    step: number | null
    coefficient: number | null
    during: string
    import_id: number | null
    /** Share of the coefficient paid: 85 on probation. */
    pay_percent: number | null
    kept_difference: number | null
    beyond_frame_percent: number | null
    /** Day the next raise is counted from, when not the day of this step. */
    next_raise_from: string | null
    raise_kind: string | null
    /** Pay by job position, đồng a month. */
    position_pay: number | null
    decision_no: string | null
    decided_on: string | null
    version: Generated<number>
  }
  health_check: {
    id: Generated<number>
    cadre_id: number
    checked_on: string
    status: string | null
    health_class: string | null
    height_cm: number | null
    weight_kg: number | null
    blood_group: string | null
    version: Generated<number>
  }
  import: {
    id: Generated<number>
    file_name: string
    sha256: string
    content: Uint8Array
    sheet: string
    /** How each column was read: [{table, column, heading, target}]. */
    mapping: unknown
    outcome: Generated<unknown>
    account_name: string
    created_at: Generated<string>
    committed_at: string | null
    undone_at: string | null
    /** Which tables of the file were read, and the unit chosen for each: [{table, read, unitId}]; the same file starts from it. */
    tables: Generated<unknown>
  }
  import_alias: {
    id: Generated<number>
    /** A field of a list, or heading: then means is the field a column is read as. */
    field: string
    written: string
    /** Letters and digits of the written value: what is compared. */
    written_key: string
    /** The value in words the reader knows; null leaves the cell out. */
    means: string | null
    unit_id: number | null
    account_name: string
    decided_on: string
    /** The import it was decided in; undone with it. */
    import_id: number | null
  }
  import_row: {
    import_id: number
    sheet: string
    row_no: number
    cadre_id: number | null
    outcome: string
    problems: Generated<unknown>
    /** Empty columns of an existing record this row filled: {table: {column: value}}; undo empties them again. */
    filled: Generated<unknown>
    /** Numbers of the changes (record_change) this row made to a known record; taken back with the import. */
    changes: Generated<unknown>
  }
  inspection: {
    id: Generated<number>
    plan_id: number | null
    kind: string
    act: string
    direction: string
    title: string
    /** Who looks; null is the province. */
    by_unit_id: number | null
    /** The unit looked at. */
    unit_id: number
    /** Kind of cases drawn; null where no cases are drawn. */
    examines: string | null
    /** The days whose cases are looked at. */
    examined: string
    starts_on: string
    ends_on: string
    basis: string
    decision_no: string | null
    signed_by: string | null
    concluded_on: string | null
    conclusion_no: string | null
    conclusion: string | null
    account_name: string
    version: Generated<number>
  }
  inspection_case: {
    inspection_id: number
    case_ref: string
    place: number
    cadre_id: number | null
  }
  inspection_member: {
    inspection_id: number
    cadre_id: number
    duty: string
  }
  inspection_plan: {
    id: Generated<number>
    year: number
    title: string
    decision_no: string
    decided_on: string
    signed_by: string
    account_name: string
    /** Who issues the plan; null is the province. */
    by_unit_id: number | null
    /** Mục đích, yêu cầu. */
    purpose: Generated<string>
    /** Tổ chức thực hiện. */
    arrangements: Generated<string>
  }
  inspection_sample: {
    inspection_id: number
    seed: string
    method: string
    population: number
    /** Of all case references in order, one a line: proves what it was drawn from. */
    population_sha256: string
    drawn_on: string
    account_name: string
  }
  job_position: {
    id: Generated<number>
    code: string
    name: string
    kind: string
    /** Kind of unit that has it, list unit_kind; or one unit. */
    unit_kind: string | null
    unit_id: number | null
    title_code: string | null
    /** Grade (ngạch) that goes with it. */
    grade_code: string | null
    /** People the scheme gives the position, in each unit that has it. */
    places: number
    description: Generated<string>
    during: string
    decision_no: string
  }
  job_title: {
    code: string
    name: string
    short_name: string | null
    /** head, deputy, member, division_head, division_deputy, specialist or staff. */
    rank: string
    sort_order: number
  }
  known_device: {
    token_hash: string
    account_id: number
    address: string
    seen_at: Generated<string>
  }
  military_service: {
    id: Generated<number>
    cadre_id: number
    enlisted: string
    discharged: string | null
    highest_rank: string | null
    highest_post: string | null
    version: Generated<number>
  }
  movement: {
    id: Generated<number>
    cadre_id: number
    kind: string
    from_place: string | null
    to_place: string
    during: string
    decision_no: string | null
    decided_on: string | null
    decided_by: string | null
    version: Generated<number>
  }
  opinion: {
    id: Generated<string>
    evaluation_id: number
    side: string
    points: number
    comment: string | null
    /** A citizens' survey is entered as one row with the number of forms. */
    voices: Generated<number>
  }
  opinion_given: {
    evaluation_id: number
    author_id: number
  }
  other_training: {
    id: Generated<number>
    cadre_id: number
    kind: string
    name: string
    school: string | null
    began: string | null
    ended: string | null
    certificate_no: string | null
    version: Generated<number>
  }
  oversight_finding: {
    id: Generated<number>
    visit_id: number
    /** What was found and who is to do what about it. */
    says: string
    due_on: string
    done_on: string | null
    outcome: string | null
    version: Generated<number>
  }
  oversight_visit: {
    id: Generated<number>
    oversight_id: number
    visited_on: string
    purpose: string
  }
  pack_adoption: {
    pack_id: string
    during: string
    basis: string | null
    /** Parameters the province sets differently, name to value. */
    overrides: Generated<unknown>
  }
  paper_template: {
    id: Generated<number>
    paper: string
    file_name: string | null
    /** Null: back to the template every province shares. */
    file: Uint8Array | null
    sha256: string | null
    account_name: string
    created_at: Generated<string>
  }
  party_badge: {
    id: Generated<number>
    cadre_id: number
    badge: string
    awarded_on: string
    decision_no: string | null
    version: Generated<number>
  }
  party_membership: {
    id: Generated<number>
    cadre_id: number
    joined_on: string | null
    official_on: string | null
    left_on: string | null
    import_id: number | null
    status: string | null
    joined_at: string | null
    card_no: string | null
    /** Party cell (chi bộ) the member belongs to. */
    cell: string | null
    version: Generated<number>
  }
  periodic_report: {
    id: Generated<number>
    report: string
    unit_id: number
    period: string
    /** What the agency wrote, by section. */
    texts: Generated<unknown>
    /** Numbers of the agency's own books, by section, set against the records. */
    stated: Generated<unknown>
    counted_on: string | null
    /** What was handed in or signed, as counted on that day. */
    content: unknown | null
    report_no: string | null
    signed_on: string | null
    signer: string | null
    version: Generated<number>
  }
  periodic_report_file: {
    report_id: number
    format: string
    file_name: string
    content: Uint8Array
    sha256: string
  }
  periodic_report_step: {
    id: Generated<number>
    report_id: number
    kind: string
    on_day: string
    says: Generated<string>
    by_name: string
    account_name: string
    entered_at: Generated<string>
  }
  personal_detail: {
    cadre_id: number
    nationality: string | null
    other_nationality: string | null
    marital_status: string | null
    /** Thành phần gia đình xuất thân. */
    class_origin: string | null
    prior_occupation: string | null
    revolution_joined_on: string | null
    /** Ngày vào cơ quan hiện nay, as declared. */
    joined_agency_on: string | null
    main_duties: string | null
    field_in_charge: string | null
    strengths: string | null
    longest_work: string | null
    highest_honour: string | null
    photo_document_id: number | null
    photo_taken_on: string | null
    /** Độ mật of the record, when it has one. */
    classification: string | null
    version: Generated<number>
  }
  personal_history: {
    cadre_id: number
    arrests: string | null
    old_regime: string | null
    foreign_organisations: string | null
    foreign_relatives: string | null
    version: Generated<number>
  }
  petition: {
    id: Generated<number>
    kind: string
    channel: string
    received_on: string
    /** By the parameter of the kind on the day it was received. */
    due_on: string
    about_unit_id: number | null
    publication_id: number | null
    says: string
    named: boolean
    /** SHA-256 of the code the sender looks the answer up by. */
    reply_key: string | null
    assigned_unit_id: number | null
    closed_on: string | null
    version: Generated<number>
  }
  petition_sender: {
    petition_id: number
    full_name: string
    contact: string
  }
  petition_step: {
    id: Generated<number>
    petition_id: number
    kind: string
    on_day: string
    unit_id: number | null
    says: string
    account_name: string
  }
  pledge: {
    id: Generated<number>
    cadre_id: number
    year: number
    says: string
    pledged_on: string
    level: string | null
    review: string | null
    reviewed_on: string | null
    reviewed_by: string | null
    version: Generated<number>
  }
  policy_status: {
    id: Generated<number>
    cadre_id: number
    category: string
    grade: string | null
    percent: number | null
    during: string
    version: Generated<number>
  }
  political_clearance: {
    id: Generated<number>
    cadre_id: number
    concluded_on: string
    conclusion_no: string | null
    decided_by: string
    content: string
    valid_until: string | null
    version: Generated<number>
  }
  political_post: {
    id: Generated<number>
    cadre_id: number
    system: string
    title: string
    body: string
    concurrent: Generated<boolean>
    during: string
    term: string | null
    decision_no: string | null
    decided_on: string | null
    version: Generated<number>
  }
  position_holding: {
    id: Generated<number>
    cadre_id: number
    position_id: number
    during: string
    decision_no: string
    import_id: number | null
  }
  post: {
    id: Generated<number>
    unit_id: number
    title_code: string
    name: string
    rank: string
    /** Who manages the post (diện quản lý): central, standing_committee, agency or commune. */
    managed_by: string | null
    seats: Generated<number>
    /** Whether the directive that sets the frame of numbers counts this post. */
    in_frame: Generated<boolean>
    /** Key post (chức danh chủ chốt) of its unit. */
    is_key: Generated<boolean>
    during: string
  }
  product_batch: {
    id: Generated<number>
    cycle_id: number
    how: string
    account_name: string
    made_at: Generated<string>
    undone_at: string | null
  }
  product_claim: {
    id: Generated<number>
    product_id: number
    cadre_id: number
    of: string
    times: number
    reason: string
    document: string | null
    claimed_at: Generated<string>
    confirmed: boolean | null
    decided_by: string | null
    decider_id: number | null
    decided_at: string | null
    answer: string | null
  }
  product_evidence: {
    id: Generated<number>
    product_id: number
    cadre_id: number
    kind: string
    /** Number and date of a document, name of a file, or what a link shows. */
    label: string
    link: string | null
    media_type: string | null
    content: Uint8Array | null
    sha256: string | null
    account_name: string
    added_at: Generated<string>
  }
  product_kind: {
    id: Generated<number>
    /** For which title; null for every title. */
    title_code: string | null
    name: string
    counted_in: string
    coefficient: number
    during: string
    basis: string
  }
  proposal_step: {
    id: Generated<number>
    proposal_id: number
    kind: string
    on_day: string
    says: string
    decision_no: string | null
    signed_by: string | null
    /** Last day of the pilot. */
    pilot_until: string | null
    achieved: boolean | null
    account_name: string
  }
  province: {
    code: string
    schema_name: string
    name: string
    demonstration: Generated<boolean>
    /** The date a demonstration opens at; a real province opens today. */
    looks_at: string | null
    created_at: Generated<string>
  }
  publication: {
    id: Generated<number>
    directive: string
    item: string
    title: string
    cite: string
    circle: string
    /** The day the records were counted. */
    as_of: string
    headings: string
    /** The days it was meant to be read; a later one of the same matter shortens them. */
    shown: string
    decision_no: string
    decided_on: string
    signed_by: string
    account_name: string
    created_at: Generated<string>
    /** A row of publication_withdrawal says since when and why. */
    withdrawn: Generated<boolean>
  }
  publication_line: {
    id: Generated<number>
    publication_id: number
    circle: string
    place: number
    unit_id: number | null
    cadre_id: number | null
    cells: string
  }
  publication_withdrawal: {
    publication_id: number
    withdrawn_on: string
    reason: string
    account_name: string
  }
  qualification: {
    id: Generated<number>
    cadre_id: number
    /** List degree; none = declared to have no training. */
    level: string
    field: string | null
    major: string | null
    /** full_time (chính quy), in_service (vừa làm vừa học), specialised, distance. */
    mode: string | null
    school: string | null
    awarded_on: string | null
    import_id: number | null
    began: string | null
    grading: string | null
    country: string | null
    diploma_no: string | null
    version: Generated<number>
  }
  quota_change: {
    id: Generated<number>
    unit_id: number
    employment_kind: string
    changed_on: string
    difference: number
    /** The decision or plan it rests on. */
    basis: string
  }
  rating: {
    id: Generated<number>
    cadre_id: number
    year: number
    /** excellent, good, completed, limited (to 2019), not_completed, not_rated. */
    level: string
    decided_on: string | null
    import_id: number | null
    version: Generated<number>
  }
  rating_step: {
    id: Generated<number>
    evaluation_id: number
    cadre_id: number
    stage: string
    rating: string
    points: number | null
    /** What the engine proposed from the evidence at that moment. */
    proposed: string | null
    /** The standing rating before, which undoing puts back. */
    was: unknown
    reason_code: string | null
    comment: string | null
    authoriser_id: number | null
    account_name: string
    at: Generated<string>
    undone_at: string | null
  }
  recommendation: {
    id: Generated<number>
    inspection_id: number
    finding_id: number | null
    unit_id: number
    cadre_id: number | null
    kind: string
    asks: string
    due_on: string
    account_name: string
    version: Generated<number>
  }
  recommendation_step: {
    id: Generated<number>
    recommendation_id: number
    kind: string
    on_day: string
    due_on: string | null
    says: string
    document_no: string | null
    account_name: string
  }
  record_change: {
    id: Generated<number>
    cadre_id: number
    section: string
    row_id: number
    act: string
    before: unknown | null
    after: unknown | null
    basis: string
    decision_no: string | null
    decided_on: string | null
    decided_by: string | null
    reason: string | null
    document_id: number | null
    /** The change an undo takes back; one undo a change. */
    undoes: number | null
    account_name: string
    changed_at: Generated<string>
  }
  record_document: {
    id: Generated<number>
    cadre_id: number
    section: string
    /** The fact; null while it is evidence of a declaration not yet approved. */
    row_id: number | null
    title: string
    file_name: string
    media_type: string
    size: number
    sha256: string
    content: Uint8Array
    account_name: string
    received_at: Generated<string>
  }
  recovery_code: {
    account_id: number
    code_hash: string
    used_at: string | null
  }
  recruitment: {
    id: Generated<number>
    cadre_id: number
    recruited_on: string
    method: string | null
    agency: string | null
    is_first: boolean | null
    probation_until: string | null
    decision_no: string | null
    decided_on: string | null
    version: Generated<number>
  }
  recusal: {
    id: Generated<number>
    cadre_id: number
    case_ref: string
    reason: string
    recused_on: string
  }
  relative: {
    id: Generated<number>
    cadre_id: number
    /** The record of the relative, when the relative has one here: what conflicts are judged by. */
    relative_id: number | null
    relation: string
    side: Generated<string>
    full_name: string | null
    born: string | null
    personal_no: string | null
    home_place: string | null
    occupation: string | null
    workplace: string | null
    residence: string | null
    lives_abroad: string | null
    political_stance: string | null
    convictions: string | null
    died: string | null
    declared_on: string
    /** When the office that keeps the record confirmed it; null while only declared. */
    confirmed_on: string | null
    version: Generated<number>
  }
  reorganisation_change: {
    id: Generated<number>
    plan_id: number
    table_name: string
    was: unknown | null
    became: unknown | null
  }
  reorganisation_decision: {
    plan_id: number
    decision_no: string
    signed_on: string
    signed_by: string
    /** Before and after, as shown when it was decided. */
    effect: unknown
    decided_by: string
    decided_at: Generated<string>
    /** When records, accounts and the tree of today followed; null until its day has come. */
    settled_on: string | null
  }
  reorganisation_plan: {
    id: Generated<number>
    title: string
    effective_on: string
    legal_basis: string
    /** Merge, split, rename, move and dissolve, in the order they are carried out; units by code. */
    steps: unknown
    /** Where people are placed by hand: [{person, unit, title}]; without a title they wait. */
    placements: Generated<unknown>
    version: Generated<number>
    created_by: string
    created_at: Generated<string>
  }
  reorganisation_undo: {
    plan_id: number
    reason: string
    undone_by: string
    undone_at: Generated<string>
  }
  reporting_line_change: {
    id: Generated<number>
    evaluation_id: number
    cadre_id: number
    from_id: number | null
    to_id: number
    reason: string
    account_name: string
    at: Generated<string>
  }
  research_work: {
    id: Generated<number>
    cadre_id: number
    title: string
    role: string | null
    level: string | null
    accepted: string | null
    result: string | null
    version: Generated<number>
  }
  retirement_decision: {
    id: Generated<number>
    cadre_id: number
    /** First day of the pension; the day before is the last of work. */
    retires_on: string
    decision_no: string
    decided_on: string
    decided_by: string | null
    reason: string | null
    version: Generated<number>
  }
  role: {
    code: string
    label: string
    /** Whose records: the province, the subtree of a unit, the own one, or nobody's. */
    sees: string
    /** An inspector: no right that changes anything can be given to it. */
    only_reads: Generated<boolean>
    during: string
    basis: string
  }
  role_requirement: {
    role: string
    second_factor: boolean
  }
  role_right: {
    id: Generated<number>
    role: string
    right_code: string
    during: string
    /** The decision that gave it. */
    basis: string
    /** The decision that ended it; null while no end was decided. */
    ended_by: string | null
  }
  session: {
    /** SHA-256 of the token: a stolen table opens no session. */
    token_hash: string
    account_id: number
    created_at: Generated<string>
    last_seen_at: Generated<string>
    expires_at: string
    id: Generated<number>
    address: string | null
    browser: string | null
  }
  set_up_code: {
    code_hash: string
    expires_at: string
  }
  sign_in_failure: {
    who: string
    /** address:<IP>, or device:<hash> for a browser that has signed in to this account before. */
    place: string
    failures: Generated<number>
    last_at: Generated<string>
  }
  sign_in_step: {
    token_hash: string
    account_id: number
    awaits: string
    expires_at: string
  }
  signed_report: {
    id: Generated<number>
    form: string
    form_number: string
    title: string
    as_of: string
    unit_id: number
    unit_name: string
    report_no: string
    signed_on: string
    signer: string
    /** The table as it was counted that moment. */
    content: unknown
    file_name: string
    file: Uint8Array
    /** Of the file, so that a printed or sent copy can be recognised. */
    sha256: string
    account_name: string
    created_at: Generated<string>
  }
  single_sign_on: {
    only_one: Generated<boolean>
    issuer: string
    client_id: string
    label: string
  }
  single_sign_on_request: {
    state_hash: string
    nonce: string
    verifier: string
    return_to: string
    expires_at: string
  }
  staffing_quota: {
    unit_id: number
    employment_kind: string
    year: number
    quota: number
  }
  standard_confirmation: {
    id: Generated<number>
    cadre_id: number
    /** The requirement as the standard says it: one confirmation serves every title that asks it. */
    words: string
    meets: boolean
    /** Number, day and office of the paper it rests on. */
    document: string
    confirmed_on: string
    confirmed_by: string
    account_name: string
    written_at: Generated<string>
  }
  stay_abroad: {
    id: Generated<number>
    cadre_id: number
    began: string
    ended: string | null
    country: string
    purpose: string
    paid_by: string | null
    version: Generated<number>
  }
  streamlining_plan: {
    unit_id: number
    employment_kind: string
    year: number
    /** Staff left on 31 December of the year, of the unit and all under it. */
    planned: number
    basis: string
    version: Generated<number>
  }
  succession_entry: {
    id: Generated<number>
    cadre_id: number
    title_code: string
    unit_id: number | null
    term: string
    decided_on: string | null
    decision_no: string | null
    during: string
    import_id: number | null
    version: Generated<number>
  }
  supplement_answer: {
    round_id: number
    cadre_id: number
    answered_at: Generated<string>
    /** The declaration made for the round; null confirms that nothing changed. */
    declaration_id: number | null
  }
  supplement_round: {
    id: Generated<number>
    year: number
    opened_on: string
    deadline: string
    sections: string
    note: string | null
    closed_on: string | null
  }
  task_directive: {
    id: Generated<number>
    code: string
    number: string
    title: string
    issuer: string
    issued_on: string
    during: string
    content: unknown
    /** The file or the pasted table it was read from. */
    source: string
  }
  task_entry: {
    id: Generated<number>
    directive: string
    task: string
    unit_id: number
    /** The day a recurring task was due, the event that started it, or empty. */
    period: string
    kind: string
    on_day: string
    due_on: string | null
    /** The submission or the request this decides; each is decided once. */
    answers: number | null
    account_name: string
    entered_at: Generated<string>
  }
  task_event: {
    id: Generated<number>
    directive: string
    event: string
    occurred_on: string
    document: string
    /** The day set when the province passed it on, where the text gives no number of days. */
    due_on: string | null
    account_name: string
    entered_at: Generated<string>
    /** Which time this event happened that day, those taken back included. */
    nth: Generated<number>
  }
  task_event_withdrawal: {
    event_id: number
    withdrawn_on: string
    reason: string
    account_name: string
  }
  task_step: {
    id: Generated<number>
    directive: string
    task: string
    unit_id: number
    period: string
    label: string
    owner_name: string
    owner_account: string | null
    planned_on: string
    due_on: string
    done_on: string | null
    outcome: string | null
    version: Generated<number>
  }
  task_words: {
    entry_id: number
    unit_id: number
    by_name: string
    says: string
    document_no: string | null
    file_name: string | null
    media_type: string | null
    content: Uint8Array | null
  }
  tenure: {
    id: Generated<number>
    cadre_id: number
    unit_id: number
    post_id: number | null
    seat_no: number | null
    title: string
    rank: string
    holding: Generated<string>
    during: string
    /** How it began: recruitment, appointment, nomination, reappointment, transfer, rotation. */
    entry: string
    /** First time at this rank (lần đầu); unknown when null. */
    is_first_at_rank: boolean | null
    decided_on: string | null
    decision_no: string | null
    decided_by: string | null
    /** Where a transferred or rotated person came from. */
    from_unit_id: number | null
    term_until: string | null
    end_reason: string | null
    import_id: number | null
    position_allowance: number | null
    allowance_kept_until: string | null
    version: Generated<number>
    /** Lần bổ nhiệm thứ: 1 for the first, 2 after a re-appointment. */
    term_no: number | null
  }
  title_standard: {
    title_code: string | null
    requirement: string
    /** A code of the list; of fields several with commas; of experience_years a number; of other the words. */
    level: string
    during: string
    clause: string
    /** The job position that asks it, by its code in the scheme. */
    position_code: string | null
    decision_no: string | null
  }
  training_commitment: {
    id: Generated<number>
    cadre_id: number
    course: string
    sent_on: string
    decision_no: string | null
    committed_until: string | null
    /** Đồng paid by the budget; to be refunded when the commitment is broken. */
    cost: number | null
    version: Generated<number>
  }
  training_course: {
    id: Generated<number>
    code: string
    topic: string
    name: string
    ended_on: string | null
  }
  training_record: {
    id: Generated<number>
    cadre_id: number
    course_id: number
    completed_on: string
    result: string | null
    import_id: number | null
    version: Generated<number>
  }
  union_membership: {
    id: Generated<number>
    cadre_id: number
    organisation: string
    joined: string | null
    duty: string | null
    ended: string | null
    version: Generated<number>
  }
  unit: {
    id: Generated<number>
    code: string
    /** Kind of unit, list unit_kind. */
    kind: string
    level: string
    /** Block (khối) of the staffing frame, list unit_block. */
    block: string | null
    /** Code of the administrative unit in the list of its time. */
    national_code: string | null
    during: string
    /** First number of the subtree today: what row-level security compares. */
    tree_from: Generated<number>
    tree_to: Generated<number>
    /** What brought the unit when no decision did: `import:3` for a list that named it. */
    source: string | null
  }
  unit_document: {
    id: Generated<number>
    unit_id: number
    /** workforce_review (BT-T1), or a regulation named in publicity.yaml: evaluation_regulation (VP-T1) … */
    kind: string
    number: string | null
    title: string
    issued_on: string
    period: string | null
    signed_by: string | null
    /** First day it no longer holds, when another took its place. */
    ended_on: string | null
  }
  unit_document_file: {
    document_id: number
    file_name: string
    content: Uint8Array
  }
  unit_name: {
    unit_id: number
    name: string
    short_name: string | null
    during: string
  }
  unit_parent: {
    unit_id: number
    parent_id: number
    during: string
  }
  unit_rating: {
    unit_id: number
    year: number
    level: string
    decided_on: string
  }
  unit_succession: {
    unit_id: number
    successor_id: number
    relation: string
    took_effect_on: string
    legal_basis: string
  }
  work_product: {
    id: Generated<number>
    evaluation_id: number
    cadre_id: number
    batch_id: number | null
    kind_id: number | null
    name: string
    counted_in: string
    coefficient: Generated<number>
    assigned: number
    done: Generated<number>
    due_on: string | null
    finished_on: string | null
    failed_checks: Generated<number>
    delays: Generated<number>
    /** Failed checks whose objective cause was confirmed; set by product_claim. */
    spared_checks: Generated<number>
    spared_delays: Generated<number>
    note: string | null
    version: Generated<number>
  }
  workforce_review: {
    id: Generated<number>
    unit_id: number
    unit_name: string
    period: string
    as_of: string
    report_no: string
    /** Counts by standard, age, sex and succession, unit by unit. */
    content: unknown
    reviewed_by: string
    conclusion: string
    account_name: string
    created_at: Generated<string>
  }
  written_comment: {
    id: Generated<number>
    cadre_id: number
    source: string
    given_on: string
    given_by: string
    content: string
    version: Generated<number>
  }
}
