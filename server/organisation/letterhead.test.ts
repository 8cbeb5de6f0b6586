import { describe, expect, test } from 'vitest'
import { letterhead } from './letterhead.ts'

const SENT = { no: null, symbol: 'BC', on: '2024-02-05' }
const said = (kind: string, name: string, province = 'Lạng Sơn') => {
  const { left, right } = letterhead({ kind, name }, province, SENT)
  return [left.map(({ text }) => text), right.map(({ text }) => text)]
}

describe('the head of a letter', () => {
  test('names the body above a department and dates the letter as the decree writes it', () => {
    expect(said('department', 'Sở Y tế')).toEqual([
      ['UBND TỈNH LẠNG SƠN', 'SỞ Y TẾ', 'Số: ……/BC-……'],
      [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Lạng Sơn, ngày 05 tháng 02 năm 2024',
      ],
    ])
  })

  test('names nobody above a committee, and follows the form of the Party for its bodies', () => {
    expect(said('district', 'Huyện Bắc Sơn')[0]?.slice(0, 2)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'HUYỆN BẮC SƠN',
    ])
    expect(said('party_advisory', 'Ban Tổ chức Thành ủy', 'Thành phố Huế')).toEqual([
      ['THÀNH ỦY HUẾ', 'BAN TỔ CHỨC THÀNH ỦY', '*', 'Số ……-BC/……'],
      ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Huế, ngày 05 tháng 02 năm 2024'],
    ])
    expect(letterhead(null, 'Tỉnh Lạng Sơn', SENT).left[1]?.text).toBe('TỈNH LẠNG SƠN')
  })
})
