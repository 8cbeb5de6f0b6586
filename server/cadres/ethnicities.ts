import type { CodeList } from '#server/kernel/code-list.ts'

/** The 54 ethnic groups with the codes of the national list, and names people also write. */
export const ETHNICITIES: CodeList = Object.fromEntries(
  (
    "Kinh Tày Thái Hoa|Hán Khơ-me|Khmer|Khơ_Me Mường Nùng HMông|H'Mông|Mông|Mèo Dao Gia-rai|Jrai Ngái Ê-đê|Ê_Đê Ba_na|Bana Xơ-Đăng|Xơ_Đăng " +
    "Sán_Chay|Cao_Lan|Sán_Chí Cơ-ho|Cơ_Ho|K'Ho Chăm Sán_Dìu Hrê Mnông|Mơ_Nông Ra-glai|Raglai Xtiêng|S'tiêng Bru-Vân_Kiều|Vân_Kiều|Bru Thổ Giáy Cơ-tu|Cơ_Tu " +
    'Gié_Triêng Mạ Khơ-mú|Khơ_Mú Co Tà-ôi|Tà_Ôi|Pa_Cô Chơ-ro|Chơ_Ro Kháng Xinh-mun Hà_Nhì Chu-ru Lào La_Chí La_Ha Phù_Lá La_Hủ Lự Lô_Lô Chứt ' +
    'Mảng Pà_Thẻn Cơ_Lao Cống Bố_Y Si_La Pu_Péo Brâu Ơ_Đu Rơ-măm'
  )
    .split(' ')
    .map((entry, index) => {
      const [label = '', ...aliases] = entry.replaceAll('_', ' ').split('|')
      return [String(index + 1).padStart(2, '0'), { label, aliases }]
    }),
)
