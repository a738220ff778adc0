import { useQuery } from '@tanstack/react-query';

import { SidePanel } from '../../components/side-panel.js';
import { Answered } from '../../components/states.js';
import { WhyNot } from '../../components/why-not.js';
import type { PersonFile } from '../../lib/api/shapes.js';
import { configurationQuery } from '../../lib/api/configuration.js';
import { personFileQuery } from '../../lib/api/person.js';
import { dayOfUnits } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { FileGroups } from './file-groups.js';
import { PostingHistory } from './posting-history.js';
import { PersonEvents } from './person-events.js';
import { PersonWishes } from './person-wishes.js';
import './person.css';
import { personText } from './person.text.js';

interface Props {
  readonly id: number;
  readonly onClose: () => void;
}

/** The file of a person, over whatever list it was opened from. */
export function PersonFilePanel({ id, onClose }: Props) {
  const { data: configuration } = useQuery(configurationQuery());
  const on = configuration ? laterDay(dayOfUnits(configuration)) : '';
  const query = useQuery({ ...personFileQuery(id, on), enabled: on !== '' });
  const t = useText(personText);
  const { day } = useFormat();
  return (
    <SidePanel
      open
      title={query.data?.fullName ?? t.title}
      subtitle={query.data && t.onDay(day(query.data.on))}
      onClose={onClose}
    >
      <Answered query={query} rows={10}>
        {(file) => <Parts file={file} />}
      </Answered>
      {query.error && <WhyNot permission="people.read" person={id} />}
    </SidePanel>
  );
}

/** Today, or the day on which the units change where that is still to come. */
function laterDay(effectiveOn: string): string {
  const today = new Date().toISOString().slice(0, 10);
  return effectiveOn > today ? effectiveOn : today;
}

function Parts({ file }: { readonly file: PersonFile }) {
  return (
    <>
      <PostingHistory postings={file.postings} />
      <PersonEvents file={file} />
      <PersonWishes file={file} />
      <FileGroups file={file} />
    </>
  );
}
