/** The words of prose about projects that final accounts and budgets share. */
export const projectWords = {
  projectHead: /^（?(?<number>\d{1,3})[）.．、](?<name>.+?)(?:项目)?(?:绩效)?(?:自评|目标)(?:综述|情况|结果)?[:：，]/u,
  countWords: /^\d+个(?:\p{Script=Han}{0,4})?项目/u,
} as const;
