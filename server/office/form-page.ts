import type { CellStyle, WriteSheet } from 'hucre/xlsx'

/** Where the pen stands; every box is a merge with its style on all of its cells. */
export class Page {
  readonly cells: NonNullable<WriteSheet['cells']> = new Map()
  readonly merges: NonNullable<WriteSheet['merges']> = []
  readonly heights: [number, number][] = []
  row = 0
  readonly width: number

  constructor(width: number) {
    this.width = width
  }

  box(value: string | number | null, style: CellStyle, from: number, to = from, rows = 1): void {
    for (let r = this.row; r < this.row + rows; r++)
      for (let c = from; c <= to; c++) this.cells.set(`${r},${c}`, { value: null, style })
    this.cells.set(`${this.row},${from}`, { value, style })
    if (to > from || rows > 1)
      this.merges.push({
        ...{ startRow: this.row, endRow: this.row + rows - 1 },
        ...{ startCol: from, endCol: to },
      })
  }

  tall(height: number): void {
    this.heights.push([this.row, height])
  }
}
