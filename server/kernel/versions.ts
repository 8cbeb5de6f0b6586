import { Refusal } from './refusal.ts'

/**
 * Optimistic concurrency: `stored` was read for update, `sent` is what an officer saves, with the
 * version that officer was shown. When somebody else saved in between, both come back in the
 * details, and a screen can lay them side by side.
 */
export function unchanged<Row extends { version: number }>(
  stored: Row,
  sent: Partial<Omit<Row, 'version'>> & { version: number },
): Row {
  if (stored.version === sent.version) return stored
  throw new Refusal(
    'conflict',
    'Người khác vừa sửa bản ghi này sau khi anh/chị mở. Hãy xem hai bản cạnh nhau, chọn bản đúng rồi lưu lại. Chưa ghi gì.',
    { stored, sent },
  )
}
