import { compareText as text } from '../../text-ja/compare';

/** The columns of every table that holds two takes beside each other. */
export function ComparedHead() {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">{text.item}</span>
        </th>
        <th scope="col">{text.first}</th>
        <th scope="col">{text.second}</th>
        <th scope="col">{text.difference}</th>
      </tr>
    </thead>
  );
}
