import { open311Text, type TextLanguage } from '@otklik/contracts/texts';
import { compact } from '@otklik/kernel';
import type { District, Topic } from '@otklik/tenancy';
import type { Value } from './open311-format.js';

/** What a form asks beside the topic's own questions. */
export const SETTLEMENT = 'settlement';
export const PUBLISH = 'publish';
export const CONSENT = 'consent';
export const YES = 'yes';

/** A district's topics are its services. */
export function serviceView(topic: Topic, { departments }: District, language: TextLanguage): Value {
  const department = departments.find(({ code }) => code === topic.department)?.name;
  return {
    service_code: topic.code,
    service_name: topic.name,
    description:
      department === undefined ? open311Text('unassigned', language) : open311Text('service', language, { department }),
    metadata: true,
    type: 'realtime',
    keywords: '',
    group: department ?? '',
  };
}

interface Attribute {
  readonly code: string;
  readonly description: string;
  readonly values?: readonly { readonly key: string; readonly name: string }[];
}

export function definitionView(topic: Topic, district: District, language: TextLanguage): Value {
  const attributes = [...questionsOf(topic), ...commonAttributes(district, language)];
  return {
    service_code: topic.code,
    attributes: attributes.map(({ code, description, values }, index) =>
      compact({
        variable: true,
        code,
        datatype: values ? 'singlevaluelist' : 'string',
        required: false,
        datatype_description: open311Text(values ? 'choice' : 'answer', language),
        order: index + 1,
        description,
        values: values?.map(({ key, name }) => ({ key, name })),
      }),
    ),
  };
}

function questionsOf({ questions = [] }: Topic): readonly Attribute[] {
  return questions.map(({ code, text, options }) =>
    compact({ code, description: text, values: options?.map((option) => ({ key: option, name: option })) }),
  );
}

function commonAttributes(district: District, language: TextLanguage): readonly Attribute[] {
  const { settlements, public: shown } = district;
  const yes = (kind: string, key: string) => [{ key, name: open311Text(`attribute.${kind}.yes`, language) }];
  return [
    {
      code: SETTLEMENT,
      description: open311Text('attribute.settlement', language),
      values: settlements.map(({ code: key, name }) => ({ key, name })),
    },
    { code: PUBLISH, description: open311Text('attribute.publish', language), values: yes('publish', YES) },
    { code: CONSENT, description: shown.consent.text, values: yes('consent', shown.consent.version) },
  ];
}
