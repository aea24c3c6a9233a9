import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Calendar, changeCalendar, readCalendar } from '../../contract/calendar.ts'
import { changeMember } from '../../contract/members.ts'
import { changeTeam, createTeam, listTeams } from '../../contract/teams.ts'
import { changeSettings, readSettings } from '../../contract/workspaces.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { loadSettings, promisedAt } from './settings.ts'
import { answerOf, aWorkspace, type TestWorkspace } from './testing.ts'

let product: Product
let whale: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
})
afterAll(() => product.close())
beforeEach(async () => {
  whale = await aWorkspace(product, { business: 'mini_program' })
})

const admin = () => product.as(whale.members.admin.headers)
const nineToSix: Calendar['week'][number] = [[540, 1080]]
const changesOf = async () =>
  (
    await whale
      .ctx()
      .db.selectFrom('events')
      .select(['data', 'actor'])
      .where('workspace_id', '=', whale.id)
      .where('type', '=', 'settings.changed')
      .orderBy('id')
      .execute()
  ).map(({ data, actor }) => [actor.name, data.what])

describe('settings', () => {
  test('change one by one, are in force at once, and say who changed them', async () => {
    await loadSettings(whale.ctx())
    const changed = await admin()(changeSettings, {
      body: { promiseMinutes: 30, greeting: '', replyGoal: 0.95 },
    })
    expect(changed).toMatchObject({
      promiseMinutes: 30,
      greeting: '',
      replyGoal: 0.95,
      name: '蓝鲸小店',
    })
    expect((await loadSettings(whale.ctx())).promiseMinutes).toBe(30)
    expect(await admin()(readSettings)).toEqual(changed)
    await admin()(changeSettings, { body: {} })
    expect(await changesOf()).toEqual([['王管', 'promise_minutes,reply_goal,greeting']])
  })

  test('are for owners and admins', async () => {
    for (const role of ['supervisor', 'agent', 'analyst'] as const) {
      const call = product.as(whale.members[role].headers)
      expect(await answerOf(call(changeSettings, { body: { name: '改名' } }))).toBe('403 forbidden')
      expect(await answerOf(call(readSettings))).toBe('served')
    }
  })

  test('that make no sense are refused', async () => {
    const refused = (body: Record<string, unknown>) => answerOf(admin()(changeSettings, { body }))
    for (const body of [
      { name: '' },
      { name: '两\n行' },
      { timeZone: 'Asia/Atlantis' },
      { promiseMinutes: 0 },
      { promiseMinutes: 1.5 },
      { replyGoal: 2 },
      { slug: 'mine' },
    ])
      expect(await refused(body)).toBe('400 invalid_input')
  })
})

describe('the calendar', () => {
  test('decides what is promised, from the moment it changes', async () => {
    const ctx = whale.ctx()
    // Friday 17:00 in Shanghai, 8 working hours promised.
    const from = new Date('2026-03-06T17:00:00+08:00')
    expect(await promisedAt(ctx, from)).toEqual(new Date('2026-03-09T16:00:00+08:00'))
    const week = Array.from({ length: 7 }, () => nineToSix)
    const calendar = await admin()(changeCalendar, {
      body: {
        week,
        chineseHolidays: false,
        exceptions: [
          { day: '2026-05-02', working: true },
          { day: '2026-03-07', working: true },
          { day: '2026-03-07', working: false },
        ],
      },
    })
    expect(calendar.exceptions).toEqual([
      { day: '2026-03-07', working: false },
      { day: '2026-05-02', working: true },
    ])
    expect(await admin()(readCalendar)).toEqual(calendar)
    expect(await promisedAt(ctx, from)).toEqual(new Date('2026-03-08T16:00:00+08:00'))
    expect(await changesOf()).toEqual([['王管', 'calendar']])
  })

  test('needs working time, in order and not twice', async () => {
    const put = (week: number[][][]) =>
      answerOf(
        admin()(changeCalendar, {
          body: { week: week as Calendar['week'], chineseHolidays: true, exceptions: [] },
        }),
      )
    const free: number[][] = []
    const rest = Array.from({ length: 6 }, () => free)
    expect(await put([free, ...rest])).toBe('400 no_working_time')
    expect(
      await put([
        [
          [540, 720],
          [700, 900],
        ],
        ...rest,
      ]),
    ).toBe('400 shifts_overlap')
    expect(
      await put([
        [
          [800, 900],
          [540, 720],
        ],
        ...rest,
      ]),
    ).toBe('400 shifts_overlap')
    expect(await put([[[900, 540]], ...rest])).toBe('400 shifts_overlap')
    expect(await put([[[540, 2000]], ...rest])).toBe('400 invalid_input')
    expect(await put(rest)).toBe('400 invalid_input')
    expect(
      await put([
        [
          [540, 720],
          [720, 900],
        ],
        ...rest,
      ]),
    ).toBe('served')
  })
})

describe('teams', () => {
  test('are made, renamed and given people', async () => {
    const { agent, analyst, owner } = whale.members
    const made = await admin()(createTeam, {
      body: { name: '夜班', memberIds: [agent.id, agent.id] },
    })
    expect(made).toMatchObject({ name: '夜班', members: [{ id: agent.id, name: '周办' }] })
    const changed = await admin()(changeTeam, {
      params: { teamId: made.id },
      body: { name: '早班', memberIds: [analyst.id, owner.id] },
    })
    expect(changed.members.map(({ name }) => name).sort()).toEqual(['何析', '林主'])
    const listed = (await product.as(whale.members.analyst.headers)(listTeams)).items
    expect(listed.at(-1)).toEqual(changed)
  })

  test('no longer hold who was let out, and hold them again once they are back', async () => {
    const { agent, analyst } = whale.members
    const made = await admin()(createTeam, {
      body: { name: '值守', memberIds: [agent.id, analyst.id] },
    })
    const names = async () => {
      const { items } = await admin()(listTeams)
      return items.find(({ id }) => id === made.id)?.members.map(({ name }) => name)
    }
    const change = (active: boolean) =>
      admin()(changeMember, { params: { memberId: analyst.id }, body: { active } })
    await change(false)
    expect(await names()).toEqual(['周办'])
    // Edited meanwhile, by somebody who does not see them.
    const params = { teamId: made.id }
    await admin()(changeTeam, { params, body: { name: '轮值', memberIds: [agent.id] } })
    await admin()(changeTeam, { params, body: { name: '轮值', memberIds: [] } })
    expect(await names()).toEqual([])
    await change(true)
    expect(await names()).toEqual(['何析'])
  })

  test('have one name each, people of here only, and exist', async () => {
    const crab = await aWorkspace(product)
    const create = (name: string, memberIds: string[] = []) =>
      answerOf(admin()(createTeam, { body: { name, memberIds } }))
    expect(await create('产品')).toBe('409 name_taken')
    expect(await create('外援', [crab.members.agent.id])).toBe('400 member_unknown')
    const change = (teamId: string, name: string) =>
      answerOf(admin()(changeTeam, { params: { teamId }, body: { name, memberIds: [] } }))
    expect(await change(whale.teams.tech as string, '产品')).toBe('409 name_taken')
    expect(await change(whale.teams.tech as string, '技术支持')).toBe('served')
    expect(await change(crab.teams.tech as string, '抢走')).toBe('404 not_found')
    const agent = product.as(whale.members.agent.headers)
    expect(await answerOf(agent(createTeam, { body: { name: '私设', memberIds: [] } }))).toBe(
      '403 forbidden',
    )
  })
})
