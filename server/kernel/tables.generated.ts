// Written by `npm run types` from the migrated database.
import type { ColumnType, Generated } from 'kysely'

export interface Tables {
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
  answered_command: {
    account: string
    key: string
    operation: string
    input_sha256: string
    answer: unknown | null
    answered_at: Generated<string>
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
  employment: {
    id: Generated<number>
    cadre_id: number
    /** official (cán bộ), civil_servant, public_employee or contract. */
    kind: string
    during: string
    end_reason: string | null
    import_id: number | null
  }
  grade_holding: {
    id: Generated<number>
    cadre_id: number
    grade_code: string
    step: number | null
    coefficient: number | null
    during: string
    import_id: number | null
  }
  import: {
    id: Generated<number>
    file_name: string
    sha256: string
    content: Uint8Array
    sheet: string
    /** How each column was read: [{sheet, column, heading, target}]. */
    mapping: unknown
    outcome: Generated<unknown>
    account_name: string
    created_at: Generated<string>
    committed_at: string | null
    undone_at: string | null
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
  }
  job_title: {
    code: string
    name: string
    short_name: string | null
    /** head, deputy, member, division_head, division_deputy, specialist or staff. */
    rank: string
    sort_order: number
  }
  kinship: {
    id: Generated<number>
    cadre_id: number
    relative_id: number | null
    relative_name: string | null
    /** What the relative is to the person; codes of the parameter kin_relations. */
    relation: string
    declared_on: string
    /** When the office that keeps the record confirmed it; null while only declared. */
    confirmed_on: string | null
  }
  known_device: {
    token_hash: string
    account_id: number
    address: string
    seen_at: Generated<string>
  }
  pack_adoption: {
    pack_id: string
    during: string
    basis: string | null
    /** Parameters the province sets differently, name to value. */
    overrides: Generated<unknown>
  }
  party_membership: {
    id: Generated<number>
    cadre_id: number
    joined_on: string | null
    official_on: string | null
    left_on: string | null
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
  province: {
    code: string
    schema_name: string
    name: string
    demonstration: Generated<boolean>
    /** The date a demonstration opens at; a real province opens today. */
    looks_at: string | null
    created_at: Generated<string>
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
  }
  rating: {
    id: Generated<number>
    cadre_id: number
    year: number
    /** excellent, good, completed, limited (to 2019), not_completed, not_rated. */
    level: string
    decided_on: string | null
    import_id: number | null
  }
  recovery_code: {
    account_id: number
    code_hash: string
    used_at: string | null
  }
  recusal: {
    id: Generated<number>
    cadre_id: number
    case_ref: string
    reason: string
    recused_on: string
  }
  role_requirement: {
    role: string
    second_factor: boolean
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
  }
  title_standard: {
    title_code: string
    requirement: string
    level: string
    during: string
    clause: string
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
    /** evaluation_regulation (VP-T1) or workforce_review (BT-T1). */
    kind: string
    number: string | null
    title: string
    issued_on: string
    period: string | null
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
}
