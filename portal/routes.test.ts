import { describe, expect, test } from 'vitest'
import { claimTyped, donePath, minePath, routeOf, submitPath, trackPath } from './routes.ts'

const claim = { number: 1042, code: 'K7M2QX9TRB' }
const token = '0198c7a2-1111-7000-8000-00000000abcd.K7M2QX9TRB012345'

describe('an address leads to its page', () => {
  test('and every path that we write is one we read', () => {
    const workspace = 'qinghe'
    expect(routeOf(submitPath(workspace))).toEqual({ page: 'submit', workspace })
    expect(routeOf(minePath(workspace))).toEqual({ page: 'mine', workspace })
    expect(routeOf(donePath(workspace, 1042))).toEqual({ page: 'done', workspace, number: 1042 })
    expect(routeOf(trackPath(workspace, claim))).toEqual({ page: 'track', workspace, ...claim })
  })

  test('with a slash at its end too', () => {
    expect(routeOf('/p/qinghe/')).toEqual({ page: 'submit', workspace: 'qinghe' })
    expect(routeOf('/p/qinghe/mine/').page).toBe('mine')
  })

  test('of a survey, with the score that a mail preselects', () => {
    const path = `/p/qinghe/s/${token}`
    expect(routeOf(path)).toEqual({ page: 'survey', workspace: 'qinghe', token, score: null })
    expect(routeOf(path, '?score=4')).toMatchObject({ score: 4 })
    for (const wrong of ['?score=6', '?score=0', '?score=44', '?score=x', '?score=']) {
      expect(routeOf(path, wrong)).toMatchObject({ score: null })
    }
  })

  test.each(['/', '/p', '/p/', '/console', '/p/Qinghe', '/p/-x', '/p/%E0%A4%A'])(
    '%s names no workspace',
    (path) => {
      expect(routeOf(path)).toEqual({ page: 'unknown', workspace: null })
    },
  )

  test.each([
    '/p/qinghe/else',
    '/p/qinghe/t/1042',
    '/p/qinghe/t/K7M2QX9TRB',
    '/p/qinghe/t/0-K7M2QX9TRB',
    '/p/qinghe/s/short',
    '/p/qinghe/t/1042-K7M2QX9TRB/more',
  ])('%s is no page of a workspace that may exist', (path) => {
    expect(routeOf(path)).toEqual({ page: 'unknown', workspace: 'qinghe' })
  })
})

describe('a claim as people type it', () => {
  test.each([
    ['HY-1042', 'K7M2QX9TRB'],
    ['hy1042', 'k7m2qx9trb'],
    [' 1042 ', 'K7M2 QX9T RB'],
    ['ＨＹ－１０４２', 'k7m2-qx9t-rb'],
    ['HY—1042', 'K7M2QX9TRB'],
    ['1042-K7M2QX9TRB', ''],
    ['HY-1042-K7M2QX9TRB', ''],
    ['https://kefu.example.cn/p/qinghe/t/1042-K7M2QX9TRB?from=sms', ''],
  ])('%s and “%s”', (number, code) => {
    expect(claimTyped(number, code)).toEqual(claim)
  })

  test('letters that a code never has are read as the digits they look like', () => {
    expect(claimTyped('1042', 'OI2LQX9TRB')?.code).toBe('0121QX9TRB')
  })

  test.each([
    ['', ''],
    ['1042', ''],
    ['一千', 'K7M2QX9TRB'],
    ['0', 'K7M2QX9TRB'],
  ])('%s and “%s” open nothing', (number, code) => {
    expect(claimTyped(number, code)).toBeNull()
  })
})
