"""From a ledger to files; one module per format."""

from twosource.publish.files import write_files
from twosource.publish.frame import frames
from twosource.publish.reload import holdings_of, read_tables
from twosource.publish.rows import decision_row, table_rows
from twosource.publish.summary import summary_lines
from twosource.publish.trace import ambiguous, trace, trace_lines

__all__ = [
    "ambiguous",
    "decision_row",
    "frames",
    "holdings_of",
    "read_tables",
    "summary_lines",
    "table_rows",
    "trace",
    "trace_lines",
    "write_files",
]
