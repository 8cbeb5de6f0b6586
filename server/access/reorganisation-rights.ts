const field = 'Sắp xếp tổ chức'

/** Rights about the organisation as it changes: plans, streamlining, who follows which commune. */
export const REORGANISATION_RIGHTS = {
  'reorganisations.see': {
    label: 'Xem phương án sắp xếp tổ chức',
    field,
    opensRecords: true,
    operations: ['reorganisations.plans', 'reorganisations.plan'],
  },
  'reorganisations.decide': {
    label: 'Lập, quyết định phương án sắp xếp tổ chức',
    field,
    opensRecords: true,
    operations: [
      'reorganisations.prepare',
      'reorganisations.revise',
      'reorganisations.drop',
      'reorganisations.preview',
      'reorganisations.decide',
      'reorganisations.undo',
    ],
  },
  'streamlining.see': {
    label: 'Xem tinh giản biên chế, vượt số lượng',
    field,
    opensRecords: true,
    operations: ['reorganisations.streamlining', 'reorganisations.surplus'],
  },
  'streamlining.decide': {
    label: 'Ghi kế hoạch tinh giản biên chế',
    field,
    opensRecords: true,
    operations: ['reorganisations.plan_streamlining'],
  },
  'oversight.see': {
    label: 'Xem phân công theo dõi cơ sở',
    field,
    opensRecords: true,
    operations: ['reorganisations.oversight', 'reorganisations.overseen'],
  },
  'oversight.decide': {
    label: 'Ghi phân công theo dõi cơ sở, chuyến thăm',
    field,
    opensRecords: true,
    operations: [
      'reorganisations.assign_oversight',
      'reorganisations.end_oversight',
      'reorganisations.record_visit',
      'reorganisations.close_finding',
    ],
  },
} as const
