/** The parts every .docx has around its text: A4, margins and page number as Decree 30/2020 asks. */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Twips: 1/20 point. */
const A4 = { short: 11906, long: 16838 }
const MARGIN = { left: 1701, right: 850, top: 1134, bottom: 1134, header: 567 }

export const widthOf = (landscape: boolean): number =>
  (landscape ? A4.long : A4.short) - MARGIN.left - MARGIN.right

export function sectionOf(landscape: boolean): string {
  const [width, height] = landscape ? [A4.long, A4.short] : [A4.short, A4.long]
  const { left, right, top, bottom, header } = MARGIN
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${header}" w:footer="${header}" w:gutter="0"/><w:titlePg/></w:sectPr>`
}

const FONT = 'Times New Roman'
const stylesOf = (points: number) =>
  `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`

/** The number of the page, above the text and in the middle, from the second page on. */
const HEADER = `${XML}<w:hdr ${W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`

/** Every part of a document by its path; letters of that many points. */
export const partsOf = (document: string, points: number): Record<string, string> => ({
  ...FIXED,
  'word/styles.xml': stylesOf(points),
  'word/document.xml': `${XML}<w:document ${W} ${R}><w:body>${document}</w:body></w:document>`,
})

const FIXED = {
  '[Content_Types].xml': `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/header" Target="header1.xml"/></Relationships>`,
  'word/header1.xml': HEADER,
}
