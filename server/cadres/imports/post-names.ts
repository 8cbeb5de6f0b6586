import { canonical } from './cells.ts'

const SHORT: readonly [RegExp, string][] = [
  [/\bp gd\b|\bpgd\b/g, 'pho giam doc'],
  [/\bgd\b/g, 'giam doc'],
  [/\bpct\b/g, 'pho chu tich'],
  [/\bct\b/g, 'chu tich'],
  [/\bpbt\b/g, 'pho bi thu'],
  [/\bbt\b/g, 'bi thu'],
  [/\bptp\b|\bp tp\b|\bp truong phong\b/g, 'pho truong phong'],
  [/\bpho phong\b|\bpp\b/g, 'pho truong phong'],
  [/\btp\b/g, 'truong phong'],
  [/\bptb\b/g, 'pho truong ban'],
  [/\btb\b/g, 'truong ban'],
  [/\bpcvp\b/g, 'pho chanh van phong'],
  [/\bcvp\b/g, 'chanh van phong'],
  [/\bcvcc\b/g, 'chuyen vien cao cap'],
  [/\bcvc\b/g, 'chuyen vien chinh'],
  [/\bcv\b/g, 'chuyen vien'],
  [/\bnv\b/g, 'nhan vien'],
  [/\buv\b/g, 'uy vien'],
  [/\bbtv\b/g, 'ban thuong vu'],
  [/\bbch\b/g, 'ban chap hanh'],
  [/^p (?=giam|chu|bi|truong|chanh|hieu|vien)/g, 'pho '],
]

/** One spelling of a post: abbreviations written out, usual words around it left away. */
export function postKey(text: string): string {
  const plain = canonical(text).replace(
    /\b(?:uy ban |ub ?)?(?:mttq|mat tran to quoc)(?: viet nam| vn)?\b/g,
    'mttq',
  )
  return SHORT.reduce((key, [form, full]) => key.replace(form, full), plain)
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/g, 'hdnd')
    .replace(/ (cap )?(xa|phuong|thi tran)$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const RANKS: readonly [RegExp, string][] = [
  [/^pho (truong )?(phong|khoa|chi cuc)|^pho chi cuc truong|^pho truong phong/, 'division_deputy'],
  [/^truong (phong|khoa)|^chi cuc truong/, 'division_head'],
  [/^pho /, 'deputy'],
  [
    /^(giam doc|chu tich|bi thu|chanh|truong ban|chu nhiem|hieu truong|tong bien tap|vien truong|chi huy truong|truong cong an)/,
    'head',
  ],
  [/^uy vien/, 'member'],
  [/^(nhan vien|lai xe|bao ve|tap vu|phuc vu)/, 'staff'],
]

export const rankOf = (key: string): string =>
  RANKS.find(([form]) => form.test(key))?.[1] ?? 'specialist'
