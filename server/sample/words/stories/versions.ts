/** The versions all these apps had, newest first; days are counted back from now. */
export const versions = [
  { name: '3.2.3', day: 24 },
  { name: '3.2.2', day: 47 },
  { name: '3.2.1', day: 50 },
  { name: '3.2.0', day: 86 },
  { name: '3.1.3', day: 132 },
  { name: '3.1.0', day: 196 },
  { name: '3.0.2', day: 268 },
  { name: '3.0.0', day: 340 },
] as const
