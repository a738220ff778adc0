import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';

import { Answered, Trouble } from '../../components/states.js';
import { downloadMutation } from '../../lib/api/download.js';
import { sendTemplateMutation, templatesQuery } from '../../lib/api/letters.js';
import type { LetterTemplates } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { letterText } from './letter.text.js';

/** The templates that the province edits in Word, and what it may write in them. */
export function TemplateCards() {
  const t = useText(letterText);
  const query = useQuery(templatesQuery());
  return (
    <section className="card">
      <h2>{t.templates}</h2>
      <p className="sub">{t.templatesAbout}</p>
      <Answered query={query} rows={4}>
        {(answer) => (
          <>
            <table className="list stack">
              <thead>
                <tr>
                  <th>{t.kind}</th>
                  <th>{t.version}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {answer.templates.map((template) => (
                  <TemplateRow key={template.kind} template={template} />
                ))}
              </tbody>
            </table>
            <Fields fields={answer.fields} />
          </>
        )}
      </Answered>
    </section>
  );
}

function TemplateRow({ template }: { readonly template: LetterTemplates['templates'][number] }) {
  const t = useText(letterText);
  const take = useMutation(downloadMutation());
  const send = useMutation(sendTemplateMutation(useQueryClient()));
  const { kind, version, name } = template;
  const word = t[`kind.${kind}`];
  return (
    <tr>
      <th scope="row">{word}</th>
      <td data-label={t.version}>{version === 0 ? t.standard : `${version}: ${name ?? ''}`}</td>
      <td>
        <Button
          size="small"
          loading={take.isPending}
          onClick={() => take.mutate({ path: `/api/letter-templates/${kind}/file` })}
        >
          {t.take}
        </Button>{' '}
        <label className="link-like">
          {t.send}…
          <input
            className="only-read"
            type="file"
            accept=".docx"
            aria-label={t.sendOf(word)}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) send.mutate({ kind, file });
              target.value = '';
            }}
          />
        </label>
        {take.error && <Trouble error={take.error} />}
        {send.error && <Trouble error={send.error} title={t.refused} />}
      </td>
    </tr>
  );
}

function Fields({ fields }: { readonly fields: LetterTemplates['fields'] }) {
  const t = useText(letterText);
  const { language } = useLanguage();
  return (
    <details>
      <summary>{t.fields}</summary>
      <p className="sub">{t.sectionHelp}</p>
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.field}</th>
            <th>{t.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">
                <code>
                  {field.isList ? `{#${field.name}}…{/${field.name}}` : `{${field.name}}`}
                </code>
              </th>
              <td data-label={t.meaning}>{field[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
