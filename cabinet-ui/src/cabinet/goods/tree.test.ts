import { describe, expect, it } from 'vitest'
import { placed, placesFor, withParents } from './tree'

const drinks = { id: '1', key: 'drinks', name: 'Напитки', goods: 1 }
const hot = { id: '2', key: 'hot', name: 'Горячие', parentId: '1', goods: 0 }
const coffee = { id: '3', key: 'coffee', name: 'Кофе', parentId: '2', goods: 5 }
const cakes = { id: '4', key: 'cakes', name: 'Торты', goods: 2 }
const all = [hot, coffee, drinks, cakes]

describe('the tree of categories', () => {
  it('is read from top to bottom, and counts what lies below', () => {
    expect(placed(all).map((one) => [one.name, one.depth, one.goodsBelow])).toEqual([
      ['Напитки', 0, 6],
      ['Горячие', 1, 5],
      ['Кофе', 2, 5],
      ['Торты', 0, 2],
    ])
  })
  it('moves nothing under itself', () => {
    expect(placesFor(hot, all).map((one) => one.name)).toEqual(['Напитки', 'Торты'])
  })
  it('knows what goods of a category count as', () => {
    expect(withParents(['coffee', 'unknown'], all)).toEqual(['coffee', 'unknown', 'hot', 'drinks'])
  })
})
