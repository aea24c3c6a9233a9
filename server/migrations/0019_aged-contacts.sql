-- Of the rows of a sheet, how many bear contact details that are deleted the night after.
alter table imports
  alter column findings set default '{"unknown": [], "otherRows": 0, "repeats": [], "agedContacts": 0}';
update imports set findings = findings || '{"agedContacts": 0}';
