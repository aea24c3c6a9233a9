import { expect, test } from 'vitest'
import * as contract from '../../contract/understanding.ts'
import { kinds, sentiments, urgencies } from '../../contract/values.ts'
import * as engine from '../../reading/index.ts'

test('the contract and the engine name the same labels', () => {
  expect(contract.topics).toEqual(engine.topics)
  expect(contract.risks).toEqual(engine.risks)
  expect(kinds).toEqual(engine.kinds)
  expect(sentiments).toEqual(engine.sentiments)
  expect([...urgencies].sort()).toEqual([...engine.urgencies].sort())
})
