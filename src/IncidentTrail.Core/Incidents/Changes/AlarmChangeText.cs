using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>Says what a change of an alarm, or of a rule that mutes alarms, means for what the alarm starts.</summary>
internal static class AlarmChangeText
{
    private static readonly (string Parameter, string Words)[] s_actions =
    [
        (ChangedThings.AlarmActions[0], "its alarm actions"),
        (ChangedThings.AlarmActions[1], "its actions for INSUFFICIENT_DATA"),
        (ChangedThings.AlarmActions[2], "its actions for OK"),
    ];

    /// <param name="names">The alarms that it names; empty where it names none.</param>
    /// <param name="what">The same, or that none is recorded.</param>
    internal static string? Of(IncidentCall call, string names, string what) => call.Name switch
    {
        "DeleteAlarms" => $"deleted the {Alarms(names)} {what}",
        "DisableAlarmActions" => $"disabled the actions of the {Alarms(names)} {what}",
        "EnableAlarmActions" => $"enabled the actions of the {Alarms(names)} {what}",
        "PutMetricAlarm" or "PutCompositeAlarm" => $"made or changed the alarm {what}{Actions(call)}{Suppressor(call)}",
        "PutAlarmMuteRule" => $"made or changed the mute rule {call.Asked("name") ?? ChangeText.NotRecorded}"
            + (names.Length == 0 ? ", which names no alarm" : $", which mutes the actions of the {Alarms(names)} {names}") + MuteTimes(call),
        "DeleteAlarmMuteRule" => $"deleted the mute rule {call.Asked("alarmMuteRuleName") ?? ChangeText.NotRecorded}",
        "SetAlarmState" => $"set the state of the alarm {what} by hand{(call.Asked("stateValue") is { } state ? $" to {state}" : null)}",
        _ => null,
    };

    private static string Alarms(string names) => names.Length == 0 || names.Contains(", ", StringComparison.Ordinal) ? "alarms" : "alarm";

    // When alarms are muted: `at(…)` once, `cron(…)` again and again; and from when to when the rule itself is in effect.
    private static string? MuteTimes(IncidentCall call)
    {
        var schedule = Field.Of(call.Request?["rule"], "schedule");
        string?[] parts =
        [
            Field.Text(schedule, "expression"), Field.Text(schedule, "duration") is { } duration ? $"for {duration}" : null, Field.Text(schedule, "timezone"),
            Date(call, "startDate", "in effect from"), Date(call, "expireDate", "expiring at"),
        ];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } times ? $" ({times})" : null;
    }

    private static string? Date(IncidentCall call, string parameter, string words) =>
        RequestTime.Parse(call.Request?[parameter]) is { } time ? $"{words} {DurationWriter.Utc(time)}" : null;

    // The call replaces all of an alarm: what it does not name, the alarm does not have.
    private static string? Actions(IncidentCall call)
    {
        if (call.Asked("alarmName") is null)
            return null;
        if (Field.Flag(call.Request?["actionsEnabled"]) == false)
            return ", its actions turned off (actionsEnabled false)";
        var starting = (from state in s_actions
                        let plans = Texts(call.Request?[state.Parameter]).Where(ResourceName.IsPlan).Select(ChangeText.Shortened).ToList()
                        where plans.Count > 0
                        select $", {state.Words} starting incidents of {string.Join(", ", plans)}").ToList();
        return starting.Count > 0 ? string.Concat(starting)
            : !Texts(call.Request?[s_actions[0].Parameter]).Any() ? ", without any alarm action"
            : ", none of its alarm actions starting an incident";
    }

    private static string? Suppressor(IncidentCall call) => call.Asked("actionsSuppressor") is { Length: > 0 } suppressor
        ? $", its actions suppressed while the alarm {ResourceName.OfArn(suppressor)?.Name ?? suppressor} is in ALARM" : null;

    private static IEnumerable<string> Texts(object? value) => (value as object[] ?? []).OfType<string>();
}
