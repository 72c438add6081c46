"""Opens an event log in both formats with PM4Py, discovers a model of what stands, and holds the log to it. Says what it found as JSON."""
import json
import sys

import pm4py

xes, ocel = sys.argv[1:]
log = pm4py.read_xes(xes, return_legacy_log_object=False)
stands = log[log["lifecycle:transition"] == "complete"]
net, initial, final = pm4py.discover_petri_net_inductive(stands)
fitness = pm4py.fitness_token_based_replay(stands, net, initial, final)
objects = pm4py.read_ocel2_json(ocel)
print(json.dumps({
    "cases": int(log["case:concept:name"].nunique()),
    "events": len(log),
    "standing": len(stands),
    "transitions": len(net.transitions),
    "fitness": fitness["log_fitness"],
    "ocelEvents": len(objects.events),
    "objectTypes": sorted(objects.objects["ocel:type"].unique()),
}))
