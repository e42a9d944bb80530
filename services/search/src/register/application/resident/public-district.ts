import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { District } from '@otklik/tenancy';
import { settlementOf } from '../list/directory-names.js';

export function publicDistrict(district: District): PublicDistrict {
  const { code, name, zone, public: shown } = district;
  const { colour, phones, ...rest } = shown;
  return {
    code,
    name,
    zone,
    ...rest,
    phones: [...phones],
    color: colour,
    settlements: district.settlements.map((one) => settlementOf(district, one.code)),
    topics: district.topics.map(({ code, name, nameSah, questions = [] }) => ({
      code,
      name,
      nameSah,
      questions: questions.map((question) => ({ ...question, options: question.options ?? [] })),
    })),
  };
}
