using IncidentTrail.Tests.Architecture;

namespace IncidentTrail.Aws.Tests.Architecture;

public sealed class AdapterRoomsTests : RoomsTests
{
    private static readonly RoomPlan Adapter = new(
        Repository.Root, "IncidentTrail.Aws", "IncidentTrail.Aws", AdapterRooms.Table,
        typeof(AwsConnector).Assembly.Location);

    private protected override RoomPlan Plan => Adapter;
}
