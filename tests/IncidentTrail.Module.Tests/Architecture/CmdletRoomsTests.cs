using IncidentTrail.Tests.Architecture;

namespace IncidentTrail.Module.Tests.Architecture;

public sealed class CmdletRoomsTests : RoomsTests
{
    private static readonly RoomPlan Cmdlets = new(
        Repository.Root, "IncidentTrail", "IncidentTrail.PowerShell", CmdletRooms.Table,
        Path.Combine(Repository.StagedModule, "IncidentTrail.dll"));

    private protected override RoomPlan Plan => Cmdlets;
}
