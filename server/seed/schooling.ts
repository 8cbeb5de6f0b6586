import { dayBetween, earlierOf, plusYears } from './days.ts'
import type { Random } from './random.ts'
import { agencyOf, type Person, type Rank, type World } from './world.ts'

const MAJORS: Record<string, [major: string, school: string][]> = {
  natural_science: [
    ['Toán học', 'Trường Đại học Khoa học tự nhiên'],
    ['Vật lý học', 'Trường Đại học Khoa học, Đại học Huế'],
    ['Hóa học', 'Trường Đại học Sư phạm Hà Nội'],
    ['Sinh học', 'Trường Đại học Khoa học tự nhiên'],
  ],
  social_science: [
    ['Lịch sử', 'Trường Đại học Khoa học, Đại học Huế'],
    ['Ngữ văn', 'Trường Đại học Khoa học xã hội và Nhân văn'],
    ['Xã hội học', 'Trường Đại học Khoa học xã hội và Nhân văn'],
    ['Báo chí', 'Học viện Báo chí và Tuyên truyền'],
    ['Quản lý công', 'Học viện Hành chính Quốc gia'],
  ],
  law: [
    ['Luật', 'Trường Đại học Luật Hà Nội'],
    ['Luật kinh tế', 'Trường Đại học Luật, Đại học Huế'],
    ['Luật hành chính', 'Học viện Hành chính Quốc gia'],
  ],
  economics: [
    ['Tài chính - Ngân hàng', 'Học viện Tài chính'],
    ['Kế toán', 'Học viện Tài chính'],
    ['Quản trị kinh doanh', 'Trường Đại học Kinh tế quốc dân'],
    ['Kinh tế phát triển', 'Trường Đại học Kinh tế, Đại học Huế'],
  ],
  politics: [
    ['Chính trị học', 'Học viện Chính trị quốc gia Hồ Chí Minh'],
    ['Xây dựng Đảng và chính quyền nhà nước', 'Học viện Báo chí và Tuyên truyền'],
  ],
  agriculture: [
    ['Nông học', 'Trường Đại học Nông Lâm, Đại học Huế'],
    ['Lâm nghiệp', 'Trường Đại học Lâm nghiệp'],
    ['Thú y', 'Học viện Nông nghiệp Việt Nam'],
    ['Nuôi trồng thủy sản', 'Trường Đại học Nông Lâm, Đại học Huế'],
  ],
  engineering: [
    ['Kỹ thuật xây dựng', 'Trường Đại học Xây dựng Hà Nội'],
    ['Kỹ thuật giao thông', 'Trường Đại học Giao thông vận tải'],
    ['Công nghệ thông tin', 'Đại học Bách khoa Hà Nội'],
    ['Kỹ thuật điện', 'Đại học Bách khoa Hà Nội'],
  ],
  military_police: [
    ['Chỉ huy tham mưu lục quân', 'Trường Sĩ quan Lục quân 1'],
    ['An ninh', 'Học viện An ninh nhân dân'],
    ['Biên phòng', 'Học viện Biên phòng'],
  ],
  education: [
    ['Sư phạm Toán', 'Trường Đại học Sư phạm Hà Nội'],
    ['Sư phạm Ngữ văn', 'Trường Đại học Sư phạm, Đại học Huế'],
    ['Quản lý giáo dục', 'Học viện Quản lý giáo dục'],
    ['Giáo dục tiểu học', 'Trường Đại học Sư phạm Hà Nội 2'],
  ],
  health: [
    ['Y đa khoa', 'Trường Đại học Y - Dược, Đại học Huế'],
    ['Y học dự phòng', 'Trường Đại học Y Hà Nội'],
    ['Dược học', 'Trường Đại học Dược Hà Nội'],
    ['Điều dưỡng', 'Trường Đại học Điều dưỡng Nam Định'],
  ],
  other: [
    ['Du lịch', 'Trường Đại học Văn hóa Hà Nội'],
    ['Ngôn ngữ Anh', 'Trường Đại học Ngoại ngữ'],
    ['Giáo dục thể chất', 'Trường Đại học Thể dục thể thao Bắc Ninh'],
  ],
}

/** Which field a house looks for, by a word of its name. */
const LEANS: [RegExp, string][] = [
  [/Y tế|Bệnh viện|sức khỏe|bệnh tật|Khoa Khám/, 'health'],
  [/Giáo dục|Trường|Tổ chuyên môn|Tổ Khoa học/, 'education'],
  [/Nông nghiệp|Nông dân|Lâm công nghiệp|Vườn|thủy lợi/, 'agriculture'],
  [
    /Xây dựng|Giao thông|Công Thương|Khoa học và Công nghệ|Thông tin và Truyền thông|dự án/,
    'engineering',
  ],
  [/Tài chính|Kế hoạch|Quỹ|Khu kinh tế|kinh tế cửa khẩu|Xổ số/, 'economics'],
  [/Tư pháp|Nội chính|Thanh tra|Kiểm tra|Pháp chế|Công an/, 'law'],
]

const GENERAL = {
  natural_science: 7,
  social_science: 14,
  law: 22,
  economics: 24,
  politics: 6,
  agriculture: 9,
  engineering: 10,
  military_police: 1,
  education: 5,
  health: 1,
  other: 3,
}

export interface Schooling {
  level: string
  field: string
  major: string
  mode: string
  school: string
  awarded_on: string
}

/** Degrees earned, lower first. Where a printed figure counts the person, field and mode are given. */
export function schoolingOf(world: World, person: Person, rank: Rank): Schooling[] {
  const { random, file } = world
  const last = person.tenures.at(-1)
  const field = person.schooling?.field ?? drawField(random, last ? agencyOf(last.unit).name : '')
  const mode = person.schooling?.mode ?? drawMode(random, file.profile.full_time)
  const [major, school] = random.pick(MAJORS[field] ?? [])
  const commune = last?.unit.level === 'commune' && !person.exact
  const first = commune ? random.weighted(file.profile.commune_degrees) : firstDegree(random, rank)
  const age = first === 'university' ? 22 : 21
  const years = mode === 'full_time' ? random.int(0, 1) : random.int(5, 14)
  const until = earlierOf(file.snapshot_on, person.leftOn ?? file.snapshot_on)
  const awarded = within(
    random,
    plusYears(person.born, age + years),
    until,
    person.recruitedOn,
    mode,
  )
  const degrees = [{ level: first, field, major, mode, school, awarded_on: awarded }]
  if (
    first === 'university' &&
    random.chance((file.profile.postgraduate[rank] ?? 0) * (commune ? 0.3 : 1))
  ) {
    const level = rank === 'head' && random.chance(0.12) ? 'doctorate' : 'master'
    const on = plusYears(awarded, random.int(4, 11))
    degrees.push({
      level,
      field,
      major,
      mode,
      school,
      awarded_on: earlierOf(on, file.simulated_until),
    })
  }
  return degrees
}

/** A full-time degree comes before the first post; a later one anywhere in the career. */
function within(
  random: Random,
  planned: string,
  until: string,
  recruited: string,
  mode: string,
): string {
  if (mode === 'full_time') return earlierOf(`${planned.slice(0, 4)}-06-30`, recruited)
  const latest = until > recruited ? until : recruited
  return planned < latest ? planned : dayBetween(random, recruited, latest)
}

function firstDegree(random: Random, rank: Rank): string {
  if (rank === 'staff') return random.weighted({ university: 25, college: 25, intermediate: 50 })
  if (rank === 'specialist') return random.weighted({ university: 93, college: 5, intermediate: 2 })
  return 'university'
}

function drawMode(random: Random, fullTime: number): string {
  if (random.chance(fullTime)) return 'full_time'
  return random.weighted({ in_service: 75, specialised: 10, distance: 15 })
}

function drawField(random: Random, agency: string): string {
  const lean = LEANS.find(([word]) => word.test(agency))?.[1]
  return lean && random.chance(0.55) ? lean : random.weighted(GENERAL)
}
