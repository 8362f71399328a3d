"""Many releases on one core, on all of them, or on a cluster: the same function, the same bytes.

The input is cut into parts; a worker reads a part and writes what it gives as a checkpoint; the
finished parts, in the order of the input, are the results. Whatever is killed on the way, the same
command takes the run up where it was.
"""

from jiedu.batch.engines import Engine, Settings
from jiedu.batch.failures import BatchError
from jiedu.batch.publishing import Totals
from jiedu.batch.running import Job, run_job
from jiedu.batch.storing import store_results

__all__ = ["BatchError", "Engine", "Job", "Settings", "Totals", "run_job", "store_results"]
